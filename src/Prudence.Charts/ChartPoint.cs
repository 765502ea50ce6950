namespace Prudence.Charts;

/// <summary>A value at a place along a chart.</summary>
/// <param name="X">The place.</param>
/// <param name="Y">The value.</param>
public readonly record struct ChartPoint(double X, double Y);
