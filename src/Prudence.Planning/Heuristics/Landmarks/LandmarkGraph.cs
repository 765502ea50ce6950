using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// The landmarks of a task and what is known of the order in which they come (Richter and Westphal 2010, "The LAMA Planner", section 4).
/// Immutable; heuristics may share one. Landmarks are known by their index.
/// </summary>
public sealed class LandmarkGraph
{
    /// <summary>The task it belongs to.</summary>
    public required PlanningTask Task { get; init; }

    /// <summary>The landmarks. No fact is part of two of them.</summary>
    public required Landmark[] Landmarks { get; init; }

    /// <summary>
    /// List <c>a</c> holds each <c>b</c> with a greedy-necessary ordering: <c>a</c> holds one step before <c>b</c> holds for the first time,
    /// or together with it where axioms derive <c>b</c>.
    /// </summary>
    public required IntLists GreedyNecessary { get; init; }

    /// <summary>List <c>a</c> holds each <c>b</c> with a natural ordering that is not greedy-necessary: <c>a</c> holds sometime before <c>b</c>.</summary>
    public required IntLists Natural { get; init; }

    /// <summary>
    /// List <c>a</c> holds each <c>b</c> with a reasonable ordering only: if <c>b</c> held first, it would have to be given up for <c>a</c>
    /// and made true again (Hoffmann, Porteous and Sebastia 2004). A plan may do so.
    /// </summary>
    public required IntLists Reasonable { get; init; }

    /// <summary>The operators that can make each landmark true for the first time. Empty lists for derived landmarks, which axioms make true.</summary>
    public required IntLists FirstAchievers { get; init; }

    /// <summary>The operators that can make each landmark true at any time; see <see cref="FirstAchievers"/>.</summary>
    public required IntLists Achievers { get; init; }

    /// <summary>True if a limit on work ended the search for landmarks before everything had been tried.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>The number of landmarks.</summary>
    public int Count => Landmarks.Length;

    /// <summary>The number of orderings of all kinds.</summary>
    public int OrderingCount => GreedyNecessary.Items.Length + Natural.Items.Length + Reasonable.Items.Length;

    /// <summary>True if landmarks would have to come before themselves: no plan exists, as far as the orderings are exact.</summary>
    public bool HasCycle => OrderingCycles.Exists(GreedyNecessary, Natural);
}
