using Prudence.Budgeting;
using Prudence.Planning.Configuration;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Basic;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Fuzzing;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Configuration;

/// <summary>Any text is a search or a refusal that points into it.</summary>
public sealed class ConfigurationFuzzTests
{
    private const int Count = 20_000;

    private static readonly string[] Seeds =
    [
        .. Presets.All.Select(preset => preset.Configuration).Distinct(),
        "eager-greedy(mine)", "astar(landmark-count(preferred=true))", "ehc(ff)", "bfws", "portfolio(astar(blind), lazy-greedy(ff))", "wastar(ff, weight=3)", "uniform-cost",
    ];

    private static readonly string[] Words =
    [
        "(", ")", ",", "=", " ", "ff", "add", "max", "blind", "lmcut", "goal-count", "landmark-sum", "astar", "iterated", "portfolio", "weight=5", "cost=one", "preferred=all", "boost",
        "true", "0", "-1", "99999999999", "1.5", "_", ".", "İ", "\0", "\uD800", "\n", "ff(", "astar(",
    ];

    [Fact]
    public void Damaged_configurations_are_built_or_refused_with_a_place()
    {
        var fuzz = new StringFuzz(Seeds, Words);
        var built = 0;
        new FuzzRun("configuration", seed =>
        {
            var text = fuzz.Mutate(seed);
            return new Mutant([("search.txt", text)], () => Interlocked.Add(ref built, Check(text) ? 1 : 0));
        }).Run(0, Count);
        Assert.InRange(built, Count / 50, Count / 2);
    }

    private static bool Check(string text)
    {
        try
        {
            var expression = ConfigurationParser.Parse(text);
            Assert.Equal(expression.ToString(), ConfigurationParser.Parse(expression.ToString()).ToString());
            using var stop = new StopSignal(RunLimits.Unlimited);
            var custom = new Dictionary<string, Func<PlanningTask, Heuristic>> { ["mine"] = task => new GoalCountHeuristic(task) };
            Assert.NotNull(new SearchFactory(SasReader.Read(new StringReader(SasReaderTests.Lamp)), custom, stop, null).Create(expression));
            return true;
        }
        catch (ConfigurationException exception)
        {
            Assert.InRange(exception.Position, 0, exception.Text.Length);
            Assert.NotEmpty(exception.Message);
            return false;
        }
        catch (UnsupportedTaskFeatureException)
        {
            return false;
        }
    }
}
