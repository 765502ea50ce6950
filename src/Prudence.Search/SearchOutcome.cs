namespace Prudence.Search;

/// <summary>How a search ended.</summary>
public enum SearchOutcome
{
    /// <summary>It ended by its own rule and reached a goal.</summary>
    Solved,

    /// <summary>It looked at all it would look at and found no goal.</summary>
    Exhausted,

    /// <summary>The budget ended or the caller gave up; the path is the best so far.</summary>
    Stopped,
}
