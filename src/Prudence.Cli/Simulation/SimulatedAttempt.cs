using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>One try of a call, as it was drawn before anybody knows whether it is admitted.</summary>
/// <param name="Worst">What it can cost at most.</param>
/// <param name="Actual">What it costs if it does not fail.</param>
/// <param name="Latency">How long it takes.</param>
/// <param name="Fails">Whether it fails, without a charge.</param>
internal sealed record SimulatedAttempt(Cost Worst, Cost Actual, TimeSpan Latency, bool Fails);
