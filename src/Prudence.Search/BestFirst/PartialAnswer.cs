namespace Prudence.Search;

/// <summary>What best-first search hands back when it is stopped before it found a goal.</summary>
public enum PartialAnswer
{
    /// <summary>The way to the state with the lowest estimate of all that were judged.</summary>
    LowestEstimate,

    /// <summary>The way to the state that would have been expanded next.</summary>
    NextToExpand,
}
