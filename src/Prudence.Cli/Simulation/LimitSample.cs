namespace Prudence.Cli.Simulation;

/// <summary>How a limit stood from some time on.</summary>
/// <param name="Time">The time.</param>
/// <param name="Spent">What was spent in its window.</param>
/// <param name="Held">What was held.</param>
internal readonly record struct LimitSample(DateTimeOffset Time, long Spent, long Held);
