namespace Prudence.Charts;

/// <summary>A value that means something, drawn across a chart.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What it means, in a word or two.</param>
public sealed record ChartThreshold(double Value, string Label);
