namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>An operator of a precondition set as hot loops see it: the fact it makes true, and its cost.</summary>
internal struct Achiever
{
    public int Fact;
    public int Cost;
}

/// <summary>That a fact and one other together are a precondition set.</summary>
internal struct Pair
{
    public int Other;
    public int Set;
}

/// <summary>Where the lists of what a fact takes part in begin; each ends where that of the next fact begins.</summary>
internal struct FactLists
{
    /// <summary>First achiever that needs only this fact.</summary>
    public int Achievers;

    /// <summary>First of the <see cref="RelaxedTask.Pairs"/>.</summary>
    public int Pairs;

    /// <summary>First of the <see cref="RelaxedTask.LargeSets"/>.</summary>
    public int LargeSets;
}

/// <summary>
/// The unary operators of a task as flat tables made for forward exploration. Only relevant facts are numbered, goals first; number
/// <see cref="FactCount"/> stands for all others. Precondition sets come in four kinds: the single fact <c>f</c> is set <c>f</c>, then
/// pairs, then larger sets, then the empty set. Operators with the same preconditions share one counter (or none), whatever their effects.
/// </summary>
internal sealed class RelaxedTask
{
    /// <summary>The number of relevant facts.</summary>
    public required int FactCount { get; init; }

    /// <summary>The number of goals, which are the first facts.</summary>
    public required int GoalCount { get; init; }

    /// <summary>The relevant fact of each fact of the task.</summary>
    public required PinnedArray<int> FactNumbers { get; init; }

    /// <summary>What each fact takes part in; two more entries than there are facts, for facts that do not matter and as an end.</summary>
    public required PinnedArray<FactLists> Facts { get; init; }

    /// <summary>The pairs of each fact.</summary>
    public required PinnedArray<Pair> Pairs { get; init; }

    /// <summary>The larger sets each fact is in, counted from <see cref="FirstLargeSet"/>.</summary>
    public required PinnedArray<int> LargeSets { get; init; }

    /// <summary>The number of the first set with more than two facts.</summary>
    public required int FirstLargeSet { get; init; }

    /// <summary>The number of the empty set, the last one.</summary>
    public required int EmptySet { get; init; }

    /// <summary>The size of each larger set.</summary>
    public required PinnedArray<ushort> LargeSetSizes { get; init; }

    /// <summary>Where the facts of each larger set begin in <see cref="LargeSetFacts"/>.</summary>
    public required PinnedArray<int> LargeSetStarts { get; init; }

    /// <summary>The facts of the larger sets.</summary>
    public required PinnedArray<int> LargeSetFacts { get; init; }

    /// <summary>Where the achievers of each set begin; one more entry than there are sets.</summary>
    public required PinnedArray<int> AchieverStarts { get; init; }

    /// <summary>The operators, set after set.</summary>
    public required PinnedArray<Achiever> Achievers { get; init; }

    /// <summary>The task's operator behind each achiever; -1 for a rule.</summary>
    public required int[] OperatorIds { get; init; }

    /// <summary>Where the preconditions of each set begin; for following a derivation back.</summary>
    public required int[] PreconditionStarts { get; init; }

    /// <summary>The preconditions of the sets.</summary>
    public required int[] Preconditions { get; init; }

    /// <summary>The set of each achiever.</summary>
    public required int[] SetOfAchiever { get; init; }

    /// <summary>The preconditions of an achiever.</summary>
    public ReadOnlySpan<int> PreconditionsOf(int achiever)
    {
        var set = SetOfAchiever[achiever];
        return Preconditions.AsSpan(PreconditionStarts[set], PreconditionStarts[set + 1] - PreconditionStarts[set]);
    }
}
