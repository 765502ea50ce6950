using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

/// <summary>The validator and the naive simulator must agree on every plan: on the verdict, on the step that fails, and on the cost.</summary>
public sealed class MutatedPlanTests
{
    public static TheoryData<string> Tasks => [.. ValidationSamples.Names];

    // Ten thousand in all; the simulation takes its time over derived predicates.
    [Theory]
    [InlineData("blocks", 3_800)]
    [InlineData("couriers", 3_600)]
    [InlineData("lights", 2_300)]
    [InlineData("doors", 300)]
    public void Verdicts_on_mutated_plans_agree_with_a_naive_simulation(string name, int mutations) => Compare(name, seed: 1, mutations);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Tasks))]
    public void Verdicts_on_many_mutated_plans_agree_with_a_naive_simulation(string name) => Compare(name, seed: 2, mutations: 2_600);

    private static void Compare(string name, int seed, int mutations)
    {
        var task = ValidationSamples.Read(name);
        var random = new Random(seed);
        var (simulator, mutator) = (new NaiveSimulator(task), new PlanMutator(task, random));
        var plans = PlanSampler.Find(task, 6, random);
        Assert.NotEmpty(plans);
        foreach (var plan in plans)
        {
            Assert.Null(simulator.Run(plan).Failure);
            AssertSame(task, simulator, plan);
        }

        var valid = 0;
        for (var i = 0; i < mutations; i++)
        {
            valid += AssertSame(task, simulator, mutator.Mutate(plans[random.Next(plans.Count)])) ? 1 : 0;
        }

        // Both verdicts must come up often, or the comparison says little.
        Assert.InRange(valid, mutations / 50, mutations / 2);
    }

    private static bool AssertSame(Planning.Language.PddlTask task, NaiveSimulator simulator, Plan plan)
    {
        var expected = simulator.Run(plan);
        var actual = PlanValidator.Validate(task.Domain, task.Problem, plan);
        var text = $"{actual}\n{PlanWriter.Write(plan, 0, hasMetric: false)}";
        Assert.True(expected.Failure == actual.Failure?.Step, $"the simulation fails at {expected.Failure}; the validator says {text}");
        Assert.True(expected.Cost == actual.Cost, $"the simulation counts {expected.Cost}; the validator says {text}");
        return actual.IsValid;
    }
}
