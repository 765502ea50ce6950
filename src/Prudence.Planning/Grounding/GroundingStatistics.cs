namespace Prudence.Planning.Grounding;

/// <summary>How large a ground task came out and how long each phase took.</summary>
/// <param name="Atoms">The number of atoms.</param>
/// <param name="Operators">The number of operators.</param>
/// <param name="Rules">The number of rules for derived atoms.</param>
/// <param name="ReachabilitySeconds">Time to plan and compute the joins of relaxed reachability.</param>
/// <param name="InstantiationSeconds">Time to make operators, rules and goal.</param>
/// <param name="PruningSeconds">Time to remove what never changes or applies, and to write the task.</param>
public sealed record GroundingStatistics(
    int Atoms, int Operators, int Rules, double ReachabilitySeconds, double InstantiationSeconds, double PruningSeconds)
{
    /// <summary>All phases together, in seconds.</summary>
    public double TotalSeconds => ReachabilitySeconds + InstantiationSeconds + PruningSeconds;
}
