using Prudence.Planning.Grounding.Mutexes;

namespace Prudence.Planning.Grounding;

/// <summary>How large a task came out of <see cref="TaskBuilder"/>, and what each phase took.</summary>
public sealed record GroundingReport
{
    /// <summary>What the grounder reports: atoms, operators and rules before variables are formed, and its times.</summary>
    public required GroundingStatistics Ground { get; init; }

    /// <summary>The number of lifted invariants found.</summary>
    public required int Invariants { get; init; }

    /// <summary>The number of ground mutex groups they stand for.</summary>
    public required int MutexGroups { get; init; }

    /// <summary>The number of state variables of the encoded task, derived ones included.</summary>
    public required int Variables { get; init; }

    /// <summary>The number of facts: variable-value pairs.</summary>
    public required int Facts { get; init; }

    /// <summary>The number of operators that are left.</summary>
    public required int Operators { get; init; }

    /// <summary>The number of axioms that are left.</summary>
    public required int Axioms { get; init; }

    /// <summary>What h² mutexes removed; null if they were not asked for.</summary>
    public H2Report? H2 { get; init; }

    /// <summary>Time to bring the task into normal form.</summary>
    public required TimeSpan NormalisationTime { get; init; }

    /// <summary>Time to ground it.</summary>
    public required TimeSpan GroundingTime { get; init; }

    /// <summary>Time to find invariants and their ground instances.</summary>
    public required TimeSpan InvariantTime { get; init; }

    /// <summary>Time to form variables and write the task.</summary>
    public required TimeSpan EncodingTime { get; init; }

    /// <summary>All phases together.</summary>
    public TimeSpan TotalTime => NormalisationTime + GroundingTime + InvariantTime + EncodingTime + (H2?.Time ?? TimeSpan.Zero);
}
