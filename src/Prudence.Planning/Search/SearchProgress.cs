namespace Prudence.Planning.Search;

/// <summary>Listens to a running search. Called on the thread of the search, which waits; override what you need.</summary>
public abstract class SearchProgress
{
    /// <summary>Called a few times a second at most.</summary>
    public virtual void Report(in SearchSnapshot snapshot)
    {
    }

    /// <summary>Called for each plan that is better than all before.</summary>
    public virtual void PlanFound(FoundPlan plan)
    {
    }
}

/// <summary>A running search at one moment.</summary>
/// <param name="Expanded">States expanded so far.</param>
/// <param name="Evaluated">States evaluated so far.</param>
/// <param name="BestEstimate">The lowest value of the first heuristic so far; <see cref="int.MaxValue"/> before any.</param>
/// <param name="LowestKey">What the open list sorts by, at its front: f for A*, where it bounds the optimal cost from below.</param>
/// <param name="StatesStored">Distinct states stored.</param>
/// <param name="Bytes">Memory of stored states and open lists.</param>
public readonly record struct SearchSnapshot(
    long Expanded, long Evaluated, int BestEstimate, long LowestKey, long StatesStored, long Bytes);
