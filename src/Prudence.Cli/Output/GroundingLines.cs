using Prudence.Budgeting;
using Prudence.Planning.Grounding;

namespace Prudence.Cli.Output;

/// <summary>Sizes and times of grounding as names and values.</summary>
internal static class GroundingLines
{
    public static IEnumerable<(string Name, string Value)> Sizes(GroundingReport report) =>
    [
        ("reachable atoms", AmountFormat.Count(report.Ground.Atoms)),
        ("reachable operators", AmountFormat.Count(report.Ground.Operators)),
        ("invariants", AmountFormat.Count(report.Invariants)),
        ("mutex groups", AmountFormat.Count(report.MutexGroups)),
        ("variables", AmountFormat.Count(report.Variables)),
        ("facts", AmountFormat.Count(report.Facts)),
        ("operators", AmountFormat.Count(report.Operators)),
        ("axioms", AmountFormat.Count(report.Axioms)),
    ];

    public static IEnumerable<(string Name, string Value)> Times(GroundingReport report) =>
    [
        ("normal form", AmountFormat.Time(report.NormalisationTime)),
        ("reachability", AmountFormat.Time(TimeSpan.FromSeconds(report.Ground.ReachabilitySeconds))),
        ("instantiation", AmountFormat.Time(TimeSpan.FromSeconds(report.Ground.InstantiationSeconds))),
        ("pruning", AmountFormat.Time(TimeSpan.FromSeconds(report.Ground.PruningSeconds))),
        ("invariants", AmountFormat.Time(report.InvariantTime)),
        ("variables", AmountFormat.Time(report.EncodingTime)),
        ("in all", AmountFormat.Time(report.TotalTime)),
    ];
}
