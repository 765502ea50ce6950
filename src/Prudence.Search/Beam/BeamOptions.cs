namespace Prudence.Search;

/// <summary>How beam search goes from layer to layer.</summary>
public sealed record BeamOptions
{
    /// <summary>How many states each layer keeps; at least 1.</summary>
    public int Width { get; init; } = 5;

    /// <summary>How many layers there are at most; at least 1.</summary>
    public int MaxDepth { get; init; } = int.MaxValue;

    /// <summary>How much the path so far counts beside the estimate; 0 keeps the states with the lowest estimates.</summary>
    public double PathWeight { get; init; }

    /// <summary>True to end with the first layer that holds a goal; false to go on for cheaper goals until the beam runs dry or the depth ends.</summary>
    public bool EndsAtFirstGoal { get; init; } = true;

    /// <summary>How many states of a layer may be expanded at the same time; worth it where expanding waits for a model.</summary>
    public int Concurrency { get; init; } = 1;
}
