namespace Prudence.Planning.Search;

/// <summary>How a search ended.</summary>
public enum SearchStatus
{
    /// <summary>A plan was found.</summary>
    Solved,

    /// <summary>It is proven that no plan exists.</summary>
    Unsolvable,

    /// <summary>Nothing is left to explore, but something was cut away: by a cost bound, by pruning, or by dead ends that may not be dead.</summary>
    Exhausted,

    /// <summary>A limit was reached or the caller cancelled.</summary>
    Stopped,
}
