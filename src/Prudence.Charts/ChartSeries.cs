namespace Prudence.Charts;

/// <summary>A line of a chart: a value that stays as it is until it changes, or values between which the line is straight.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="Points">The values, from left to right.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Which of the <see cref="ChartPalette.Colors"/> it has.</summary>
    public int Color { get; init; }

    /// <summary>Whether each value holds until the next.</summary>
    public bool IsStep { get; init; } = true;

    /// <summary>Whether it is dashed, for what only might have been.</summary>
    public bool IsDashed { get; init; }

    /// <summary>The lower edge of a band below the line, such as what is spoken for; none if empty.</summary>
    public IReadOnlyList<ChartPoint> BandBelow { get; init; } = [];

    /// <summary>What the band is, for the legend.</summary>
    public string BandName { get; init; } = "";
}
