using Prudence.Planning.Heuristics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning;

/// <summary>How a <see cref="Planner"/> goes about its work.</summary>
public sealed record PlannerOptions
{
    /// <summary>A preset's name such as <c>fast</c>, or a configuration such as <c>astar(lmcut)</c>.</summary>
    public string Search { get; init; } = "fast";

    /// <summary>Whether to compute h² mutexes and prune what they rule out before searching.</summary>
    public bool UseH2Mutexes { get; init; }

    /// <summary>Heuristics of the caller's own, by the name that <see cref="Search"/> uses for them.</summary>
    public IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> CustomHeuristics { get; init; } =
        new Dictionary<string, Func<PlanningTask, Heuristic>>();
}
