using Prudence.Planning.Configuration;
using Prudence.Planning.Heuristics.Basic;

namespace Prudence.Planning.Tests.Configuration;

public sealed class ConfigurationCheckTests
{
    public static TheoryData<string> Good =>
    [
        .. Presets.All.Select(static preset => preset.Configuration)
            .Concat(Presets.All.Select(static preset => preset.Fallback).OfType<string>())
            .Concat(ConfigurationVocabulary.Heuristics.Select(static word => $"eager-greedy({word.Name})"))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void What_is_offered_is_accepted(string search) => _ = new Planner(new PlannerOptions { Search = search });

    [Theory]
    [InlineData("iterated(lazy-greedy(ff), astar(lmcut, weight=2))", 46)]
    [InlineData("first-of(ehc(ff), iterated(astar(nothing)))", 33)]
    [InlineData("lazy-greedy(ff, preferred=add)", 26)]
    [InlineData("wastar(ff, weight=0)", 18)]
    public void A_mistake_is_found_before_there_is_a_task_and_wherever_it_hides(string search, int position)
    {
        var error = Assert.Throws<ConfigurationException>(() => new Planner(new PlannerOptions { Search = search }));

        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void Heuristics_of_ones_own_are_known_but_not_made()
    {
        var made = 0;
        _ = new Planner(new PlannerOptions
        {
            Search = "eager-greedy(mine)",
            CustomHeuristics = new Dictionary<string, Func<Planning.Tasks.PlanningTask, Planning.Heuristics.Heuristic>>
            {
                ["mine"] = task =>
                {
                    made++;
                    return new GoalCountHeuristic(task);
                },
            },
        });

        Assert.Equal(0, made);
    }
}
