namespace Prudence.Charts;

/// <summary>One of the charts that stand above each other on one axis.</summary>
public sealed record ChartPanel
{
    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>The axis up the panel.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Its lines; later ones are drawn above.</summary>
    public IReadOnlyList<ChartSeries> Series { get; init; } = [];

    /// <summary>Values that mean something.</summary>
    public IReadOnlyList<ChartThreshold> Thresholds { get; init; } = [];

    /// <summary>Things that happened.</summary>
    public IReadOnlyList<ChartEvents> Events { get; init; } = [];
}
