using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Mutexes;

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
        .. report.H2 is { } h2 ? Pruned(h2) : [],
    ];

    public static IEnumerable<(string Name, string Value)> Times(GroundingReport report) =>
    [
        ("normal form", AmountFormat.Time(report.NormalisationTime)),
        ("reachability", AmountFormat.Time(TimeSpan.FromSeconds(report.Ground.ReachabilitySeconds))),
        ("instantiation", AmountFormat.Time(TimeSpan.FromSeconds(report.Ground.InstantiationSeconds))),
        ("pruning", AmountFormat.Time(TimeSpan.FromSeconds(report.Ground.PruningSeconds))),
        ("invariants", AmountFormat.Time(report.InvariantTime)),
        ("variables", AmountFormat.Time(report.EncodingTime)),
        .. report.H2 is { } h2 ? [("h2 mutexes", AmountFormat.Time(h2.Time))] : Array.Empty<(string, string)>(),
        ("in all", AmountFormat.Time(report.TotalTime)),
    ];

    private static IEnumerable<(string Name, string Value)> Pruned(H2Report report) =>
    [
        ("pairs that exclude each other", AmountFormat.Count(report.MutexPairs)),
        ("operators dropped by h2", AmountFormat.Count(report.OperatorsPruned)),
        ("facts dropped by h2", AmountFormat.Count(report.FactsPruned)),
    ];
}
