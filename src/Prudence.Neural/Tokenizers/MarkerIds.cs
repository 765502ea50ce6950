namespace Prudence.Neural.Tokenizers;

/// <summary>Ids of the markers that models give a meaning to, where there are such markers.</summary>
public sealed record MarkerIds
{
    /// <summary>The begin of a text.</summary>
    public int? Begin { get; init; }

    /// <summary>The end of a text or turn.</summary>
    public int? End { get; init; }

    /// <summary>Stands for what has no token.</summary>
    public int? Unknown { get; init; }

    /// <summary>Stands between two sentences and behind the last.</summary>
    public int? Separator { get; init; }

    /// <summary>Fills a batch up.</summary>
    public int? Padding { get; init; }
}
