using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>What came of a workload under one way of limiting it.</summary>
/// <param name="Streams">What became of the calls.</param>
/// <param name="Limits">What became of the limits, by scope.</param>
/// <param name="Receipts">What each scope spent.</param>
internal sealed record SimulationResult(IReadOnlyList<StreamTally> Streams, IReadOnlyList<LimitTrack> Limits, IReadOnlyList<BudgetReceipt> Receipts);
