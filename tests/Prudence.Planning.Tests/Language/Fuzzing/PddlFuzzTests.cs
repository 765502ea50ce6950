using System.Globalization;
using Prudence.Planning.Tests.Fuzzing;

namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>Damaged files never crash or stall reader, linter, writer and grounder, and each message has a place in a file.</summary>
public sealed class PddlFuzzTests
{
    private const int QuickCount = 20_000;
    private const int LongCount = 1_000_000;

    [Fact]
    public void Some_mutants_are_read_or_refused() => Run("pddl", PddlSeeds.Own, 0, QuickCount);

    /// <summary>As many as <c>PRUDENCE_FUZZ_COUNT</c> says, from the seed <c>PRUDENCE_FUZZ_SEED</c> on.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void A_million_mutants_are_read_or_refused_in_time() =>
        Run("pddl-long", PddlSeeds.All(), Number("PRUDENCE_FUZZ_SEED", QuickCount), Number("PRUDENCE_FUZZ_COUNT", LongCount));

    private static void Run(string name, IReadOnlyList<(string Domain, string Problem)> seeds, int first, int count)
    {
        var (mutator, check) = (new PddlMutator(seeds), new PddlCheck());
        var run = new FuzzRun(name, seed =>
        {
            var (domain, problem) = mutator.Mutate(seed);
            return new Mutant([("domain.pddl", domain), ("problem.pddl", problem)], () => check.Check(domain, problem));
        });
        run.Run(first, count);

        // Most mutants must be refused and some go all the way, or parts of the code are hardly tried.
        if (count >= QuickCount)
        {
            Assert.InRange(check.Read, count / 50, count / 2);
            Assert.InRange(check.Grounded, count / 100, check.Read);
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
