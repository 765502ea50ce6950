using Prudence.Planning.Tests.Fuzzing;
using Prudence.Planning.Tests.Validation;

namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>The texts that are damaged: what comes with the product, what the tests use, and for each kind of mistake a text that has it.</summary>
internal static class PddlSeeds
{
    private const int LargestSeed = 20_000;

    private static readonly (string Domain, string Problem)[] Sound = [.. SampleDomains.Pairs, .. RepositoryFiles.Tasks(), .. ValidationSamples.Pairs];

    /// <summary>Domains and problems in pairs, the same on every machine; sound ones weigh more.</summary>
    public static IReadOnlyList<(string Domain, string Problem)> Own { get; } =
    [
        .. Enumerable.Repeat(Sound, 6).SelectMany(pairs => pairs),
        .. DiagnosticExamples.Domains.Select(row => (Plain(row), Reading.ProblemWith())),
        .. DiagnosticExamples.Problems.Select(row => (Reading.Rooms, Plain(row))),
    ];

    /// <summary>Those, and one small task of each public domain where they are present.</summary>
    public static IReadOnlyList<(string Domain, string Problem)> All() =>
    [
        .. Own,
        .. SharedPddl.Tasks().Where(task => IsSmall(task.Domain) && IsSmall(task.Problem)).DistinctBy(task => task.Domain)
            .Select(task => (File.ReadAllText(task.Domain), File.ReadAllText(task.Problem))),
    ];

    private static bool IsSmall(string file) => new FileInfo(file).Length < LargestSeed;

    private static string Plain(object[] row) => ((string)row[2]).Replace("§", "", StringComparison.Ordinal);
}
