namespace Prudence.Planning.Search.Width;

/// <summary>What best-first width search can be told.</summary>
public sealed record WidthSearchOptions : SearchOptions
{
    /// <summary>The largest sets of atoms whose novelty is looked at: 1 or 2.</summary>
    public int Width { get; init; } = 2;

    /// <summary>Whether states that are not novel by <see cref="Width"/> are dropped: k-BFWS, polynomial and incomplete.</summary>
    public bool Prunes { get; init; }

    /// <summary>The most memory for remembered pairs of atoms, in bytes. Never more than a quarter of the run's memory limit.</summary>
    public long PairMemoryBytes { get; init; } = 512L << 20;
}
