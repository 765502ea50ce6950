namespace Prudence.Search;

/// <summary>Which of two states of equal priority goes first. What is still equal goes in the order it was found.</summary>
public enum TieBreaking
{
    /// <summary>The one with the lower estimate: seems closer to a goal.</summary>
    LowestEstimate,

    /// <summary>The one with more steps behind it.</summary>
    Deepest,

    /// <summary>The one found first.</summary>
    FirstFound,
}
