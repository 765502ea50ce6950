using Prudence.Planning.Validation;

namespace Prudence.Planning;

/// <summary>A validated plan and when it was found.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Cost">Its cost as the validator added it up.</param>
/// <param name="Elapsed">Time since the run began.</param>
public sealed record PlanRecord(Plan Plan, long Cost, TimeSpan Elapsed);
