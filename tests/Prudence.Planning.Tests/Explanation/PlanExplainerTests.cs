using Prudence.Planning.Explanation;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Explanation;

public class PlanExplainerTests
{
    private const string Anomaly = "(unstack c a) (put-down c) (pick-up b) (stack b c) (pick-up a) (stack a b)";

    private const string Market = """
        (drive red-van station market) (load letter red-van market n0 n1) (drive red-van market bakery) (load bread red-van bakery n1 n2)
        (drive red-van bakery school) (unload letter red-van school n2 n1) (load books red-van school n1 n2) (drive red-van school south-quay)
        (ferry red-van south-quay north-quay) (drive red-van north-quay station) (unload bread red-van station n2 n1)
        (drive red-van station market) (unload books red-van market n1 n0)
        """;

    private const string Morning = """
        (walk hall trolley-bay) (push-trolley trolley-bay hall) (push-trolley hall wash-room) (lift palm wash-room) (lift cereus wash-room)
        (push-trolley wash-room hall) (push-trolley hall terrace) (lift ivy terrace) (set-down cereus) (push-trolley terrace hall)
        (lift fern hall) (push-trolley hall wash-room) (open-shower wash-room) (push-trolley wash-room hall) (push-trolley hall terrace)
        (set-down palm) (set-down ivy) (set-down fern) (push-trolley terrace hall) (push-trolley hall trolley-bay)
        """;

    private const string Storm = """
        (open windmill-d) (close e-harbour) (close cd) (open ab) (repair e-harbour) (repair bc) (repair cd) (close windmill-d)
        """;

    public static TheoryData<string, string, string> Plans => new()
    {
        { "blocks", "anomaly", Anomaly },
        { "delivery", "market", Market },
        { "greenhouse", "morning", Morning },
        { "grid", "storm", Storm },
    };

    [Fact]
    public void Links_the_steps_of_the_anomaly()
    {
        var explanation = Explain("blocks", "anomaly", Anomaly);

        var stack = explanation.Steps[3];
        Assert.Equal("(stack b c)", stack.Action.ToString());
        Assert.Equal([new FactSupport("(holding b)", 3), new FactSupport("(clear c)", 2)], stack.Needs.ToArray());
        Assert.Equal(["(clear b)", "(hand-free)", "(on b c)"], stack.Adds.ToArray());
        Assert.Equal(["(clear c)", "(holding b)"], stack.Deletes.ToArray());
        Assert.Contains(new FactService("(on b c)", 7), stack.Serves);
        Assert.Contains(new FactService("(clear b)", 6), stack.Serves);

        Assert.Equal(["(on a b)", "(on b c)"], explanation.Goals.Select(static goal => goal.Condition));
        Assert.Equal([new FactSupport("(on b c)", 4)], explanation.Goals[1].Needs.ToArray());
        Assert.Equal([0, 1], explanation.Steps[1].Goals.ToArray());
        Assert.Equal([0], explanation.Steps[5].Goals.ToArray());
    }

    [Fact]
    public void Leaves_out_what_nothing_can_change_and_adds_up_the_cost()
    {
        var explanation = Explain("delivery", "market", Market);

        Assert.DoesNotContain(explanation.Steps.SelectMany(static step => step.Needs), static need => need.Fact.StartsWith("(road", StringComparison.Ordinal));
        Assert.Equal(42, explanation.Steps.Sum(static step => step.Cost));
        Assert.Equal(new FactSupport("(van-at red-van station)", 0), explanation.Steps[0].Needs.Single());
    }

    [Fact]
    public void Counts_the_conditions_of_effects_that_take_place()
    {
        // The palm is watered because the trolley brought it along and not the cactus.
        var explanation = Explain("greenhouse", "morning", Morning);
        var shower = explanation.Steps[12];

        Assert.Contains(new FactSupport("(pot-in palm wash-room)", 12), shower.Needs);
        Assert.Contains(new FactSupport("(not (pot-in cereus wash-room))", 6), shower.Needs);
        Assert.Contains("(watered fern)", shower.Adds);
    }

    [Fact]
    public void Follows_derived_facts_to_what_they_rest_on()
    {
        var explanation = Explain("grid", "storm", Storm);
        var hospital = explanation.Goals.Single(static goal => goal.Condition == "(powered hospital)");

        Assert.Contains(new FactSupport("(powered hospital)", 8), hospital.Needs);
        Assert.Contains(new FactSupport("(not (broken cd))", 7), hospital.Needs);
        Assert.Contains(new FactSupport("(closed cd)", 3), hospital.Needs);

        // It may be repaired because opening the switch at the windmill cut the power.
        Assert.Contains(new FactSupport("(not (closed windmill-d))", 1), explanation.Steps[4].Needs);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_link_is_true_to_the_execution(string domain, string problem, string plan)
    {
        var explanation = Explain(domain, problem, plan);
        foreach (var step in explanation.Steps)
        {
            foreach (var need in step.Needs.Concat(explanation.Goals.SelectMany(static goal => goal.Needs)).Where(static need => need.Step > 0))
            {
                var source = explanation.Steps[need.Step - 1];
                var isNegative = need.Fact.StartsWith("(not ", StringComparison.Ordinal);
                Assert.Contains(isNegative ? need.Fact[5..^1] : need.Fact, isNegative ? source.Deletes : source.Adds);
            }

            Assert.All(step.Needs, need => Assert.True(need.Step < step.Number));
            Assert.All(step.Serves, service => Assert.True(service.Step > step.Number));
            Assert.NotEmpty(step.Goals);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_fact_stays_as_it_is_between_the_step_that_brings_it_about_and_the_step_that_relies_on_it(string domain, string problem, string plan)
    {
        var explanation = Explain(domain, problem, plan);
        foreach (var step in explanation.Steps)
        {
            foreach (var need in step.Needs)
            {
                var fact = need.Fact.StartsWith("(not ", StringComparison.Ordinal) ? need.Fact[5..^1] : need.Fact;
                var between = explanation.Steps.Where(other => other.Number > need.Step && other.Number < step.Number);
                Assert.DoesNotContain(fact, between.SelectMany(static other => other.Adds.Concat(other.Deletes)));
            }
        }
    }

    [Fact]
    public void Refuses_what_is_no_plan()
    {
        var failure = Assert.Throws<ArgumentException>(() => Explain("blocks", "anomaly", "(pick-up a)"));
        Assert.Contains("step 1 (pick-up a) cannot be applied", failure.Message, StringComparison.Ordinal);
    }

    private static PlanExplanation Explain(string domain, string problem, string plan)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Prudence.slnx")))
        {
            folder = folder.Parent;
        }

        string Read(string name) => File.ReadAllText(Path.Combine(folder.FullName, "data", "planning", domain, $"{name}.pddl"));
        var task = PddlReader.ReadTask(Read("domain"), "domain.pddl", Read(problem), "problem.pddl").Value!;
        var steps = PlanReader.Read(plan.Replace(") (", ")\n(", StringComparison.Ordinal), "plan").Value!;
        return PlanExplainer.Explain(task, steps);
    }
}
