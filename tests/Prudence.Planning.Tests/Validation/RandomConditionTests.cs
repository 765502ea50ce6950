using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

public sealed class RandomConditionTests
{
    [Theory]
    [InlineData(1, 150)]
    public void Random_goals_over_random_rules_are_judged_as_by_naive_evaluation(int seed, int count) => Compare(seed, count);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(2, 3_000)]
    public void Many_random_goals_over_random_rules_are_judged_as_by_naive_evaluation(int seed, int count) => Compare(seed, count);

    private static void Compare(int seed, int count)
    {
        var holding = 0;
        for (var i = 0; i < count; i++)
        {
            var task = new RandomConditions(new Random((seed * 100_000) + i)).Task();
            var simulator = new NaiveSimulator(task);
            var expected = simulator.IsGoal(simulator.InitialState);
            var result = PlanValidator.Validate(task.Domain, task.Problem, new Plan([]));
            Assert.True(expected == result.IsValid, $"case {i}: {result}");
            holding += expected ? 1 : 0;
        }

        Assert.InRange(holding, count / 10, count * 9 / 10);
    }
}
