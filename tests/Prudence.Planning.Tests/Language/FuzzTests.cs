using System.Diagnostics;
using System.Globalization;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>Damaged files never crash or stall the reader, and each error has a place in a file.</summary>
public sealed class FuzzTests
{
    private const int QuickCount = 4000;
    private const int LongCount = 1_000_000;
    private const int LargestSeed = 20_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public void Some_mutants_are_read_or_refused()
    {
        var mutator = new PddlMutator(SampleDomains.Pairs);
        for (var seed = 0; seed < QuickCount; seed++)
        {
            Check(mutator, seed);
        }
    }

    /// <summary>As many as <c>PRUDENCE_FUZZ_COUNT</c> says, from the seed <c>PRUDENCE_FUZZ_SEED</c> on.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Many_mutants_are_read_or_refused_in_time()
    {
        var mutator = new PddlMutator([.. SampleDomains.Pairs, .. SharedSeeds()]);
        var first = Number("PRUDENCE_FUZZ_SEED", QuickCount);
        var count = Number("PRUDENCE_FUZZ_COUNT", LongCount);
        for (var seed = first; seed < first + count; seed++)
        {
            var start = Stopwatch.GetTimestamp();
            Check(mutator, seed);
            if (Stopwatch.GetElapsedTime(start) > Limit)
            {
                // The machine may have been busy elsewhere: only a mutant that is slow twice is a slow one.
                start = Stopwatch.GetTimestamp();
                Check(mutator, seed);
                Assert.True(Stopwatch.GetElapsedTime(start) <= Limit, $"mutant {seed} takes {Stopwatch.GetElapsedTime(start)}");
            }
        }
    }

    /// <summary>One small task of each public domain, where they are present.</summary>
    private static IEnumerable<(string Domain, string Problem)> SharedSeeds() =>
        SharedPddl.Tasks().Where(t => new FileInfo(t.Domain).Length < LargestSeed && new FileInfo(t.Problem).Length < LargestSeed)
            .DistinctBy(t => t.Domain).Select(t => (File.ReadAllText(t.Domain), File.ReadAllText(t.Problem)));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;

    private static void Check(PddlMutator mutator, int seed)
    {
        var (domain, problem) = mutator.Mutate(seed);
        try
        {
            CheckReading(domain, problem);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"mutant {seed}: {exception.Message}\n{domain}\n{problem}", exception);
        }
    }

    private static void CheckReading(string domain, string problem)
    {
        var result = PddlReader.ReadTask(domain, "domain", problem, "problem");
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Equal(errors.Count == 0, result.IsSuccess);
        foreach (var error in errors)
        {
            var text = error.Position.File switch
            {
                "domain" => domain,
                "problem" => problem,
                _ => throw new InvalidOperationException($"an error without a file: {error}"),
            };
            var line = DiagnosticRenderer.FindLine(text, error.Position.Line);
            Assert.True(line is not null && error.Position.Column >= 1 && error.Position.Column <= line.Length + 1, $"an error outside of the file: {error}");
            Assert.DoesNotContain('\n', error.Message);
        }

        if (result.Value is { } task)
        {
            PddlLinter.Lint(task.Domain, task.Problem);
            CheckRoundTrip(task);
        }
    }

    private static void CheckRoundTrip(PddlTask task)
    {
        var domain = PddlWriter.Write(task.Domain);
        var problem = PddlWriter.Write(task.Problem);
        var again = PddlReader.ReadTask(domain, "domain", problem, "problem");
        Assert.True(again.Value is not null, $"what is written does not read back: {string.Join('\n', again.Diagnostics)}");
        Assert.Equal(domain, PddlWriter.Write(again.Value.Domain));
        Assert.Equal(problem, PddlWriter.Write(again.Value.Problem));
    }
}
