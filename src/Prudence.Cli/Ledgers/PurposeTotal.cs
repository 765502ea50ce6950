using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers;

/// <summary>What was spent for one purpose.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Charges">How many settlements and adjustments there were.</param>
/// <param name="Overruns">How many settlements were above their hold.</param>
/// <param name="Amounts">What they add up to by resource; negative where more was credited than spent.</param>
internal sealed record PurposeTotal(string Purpose, long Charges, long Overruns, IReadOnlyList<KeyValuePair<Resource, Int128>> Amounts);
