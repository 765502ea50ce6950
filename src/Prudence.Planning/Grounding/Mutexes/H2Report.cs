namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>What the analysis of mutex pairs found.</summary>
public sealed record H2Report
{
    /// <summary>The number of operators that no plan can use.</summary>
    public required int OperatorsPruned { get; init; }

    /// <summary>The number of facts that no state on the way to the goal contains, and of those that every one contains.</summary>
    public required int FactsPruned { get; init; }

    /// <summary>
    /// The number of pairs of facts of different variables, before anything was removed, that no state on the way to the goal contains. Pairs with a
    /// fact that is never true count too.
    /// </summary>
    public required long MutexPairs { get; init; }

    /// <summary>How many times facts were explored from the initial state or from the goal.</summary>
    public required int Explorations { get; init; }

    /// <summary>True if nothing more can be found; false where a limit of time or memory came first.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The time it took.</summary>
    public required TimeSpan Time { get; init; }
}
