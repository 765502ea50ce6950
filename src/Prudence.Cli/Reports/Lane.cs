namespace Prudence.Cli.Reports;

/// <summary>A row of the picture of a plan.</summary>
/// <param name="Name">The object, or the type.</param>
/// <param name="First">The first step that involves the object, from 0.</param>
/// <param name="Last">The last one.</param>
/// <param name="IsType">True for the heading of a type.</param>
internal sealed record Lane(string Name, int First, int Last, bool IsType);
