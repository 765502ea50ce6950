namespace Prudence.Charts;

/// <summary>Things that happened, marked below a chart.</summary>
/// <param name="Name">What happened, for the legend.</param>
/// <param name="Places">Where along the chart.</param>
public sealed record ChartEvents(string Name, IReadOnlyList<double> Places)
{
    /// <summary>Which of the <see cref="ChartPalette.Colors"/> they have.</summary>
    public int Color { get; init; }
}
