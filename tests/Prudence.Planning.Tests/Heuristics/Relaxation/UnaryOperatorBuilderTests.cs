using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

public sealed class UnaryOperatorBuilderTests
{
    private static string[] Build(TaskDraft draft)
    {
        var task = draft.Build();
        var unary = UnaryOperatorBuilder.Build(task, task.Operators.Costs, null);
        return [.. Enumerable.Range(0, unary.Count).Select(u => Describe(task, unary, u)).Order()];
    }

    private static string Describe(PlanningTask task, UnaryOperators unary, int u)
    {
        var needs = string.Join(',', unary.PreconditionSets[unary.Sets[u]].ToArray().Select(task.FactName));
        var name = unary.OperatorIds[u] < 0 ? "rule" : task.Operators.Name(unary.OperatorIds[u]);
        return $"{name}: {needs} -> {task.FactName(unary.Effects[u])} {unary.Costs[u]}";
    }

    [Fact]
    public void Of_equal_operators_the_cheapest_and_then_the_first_stays()
    {
        var unary = Build(new TaskDraft(2, 2)
            .Operator("dear", 2, [(0, 0)], (1, 1))
            .Operator("first", 1, [(0, 0)], (1, 1))
            .Operator("second", 1, [(0, 0)], (1, 1))
            .Goal((1, 1)));

        Assert.Equal(["first: v0=0 -> v1=1 1"], unary);
    }

    [Fact]
    public void An_operator_that_needs_more_and_costs_no_less_goes()
    {
        var unary = Build(new TaskDraft(2, 2, 2, 2)
            .Operator("lean", 2, [(0, 0)], (3, 1))
            .Operator("greedy", 2, [(0, 0), (1, 0)], (3, 1))
            .Operator("cheap", 1, [(0, 0), (2, 0)], (3, 1))
            .Goal((3, 1)));

        Assert.Equal(["cheap: v0=0,v2=0 -> v3=1 1", "lean: v0=0 -> v3=1 2"], unary);
    }

    [Fact]
    public void Effects_that_lead_to_no_goal_and_those_an_operator_needs_itself_go()
    {
        var unary = Build(new TaskDraft(2, 2, 2)
            .Operator("a", 1, [(0, 0)], (0, 1), (1, 1), (2, 1))
            .Operator("b", 1, [(1, 1)], (1, 1), (2, 0))
            .Goal((1, 1)));

        Assert.Equal(["a: v0=0 -> v1=1 1"], unary);
    }

    [Fact]
    public void Conditions_join_the_preconditions_unless_they_contradict_them()
    {
        var unary = Build(new TaskDraft(2, 2, 2)
            .Operator("a", 1, [(1, 0)], [([(0, 1)], (2, 1)), ([(1, 1)], (2, 1))])
            .Goal((2, 1)));

        Assert.Equal(["a: v0=1,v1=0 -> v2=1 1"], unary);
    }

    [Fact]
    public void Rules_cost_nothing_and_needed_default_values_get_rules_of_their_own()
    {
        // v2 is derived where v0=1, or where v1=1; the goal wants it not to be.
        var unary = Build(new TaskDraft(2, 2, 2).Derived(2, 0)
            .Rule((2, 1), (0, 1))
            .Rule((2, 1), (1, 1))
            .Operator("clear", 3, [], (0, 0))
            .Goal((2, 0)));

        Assert.Equal(["clear:  -> v0=0 3", "rule: v0=0,v1=0 -> v2=0 0"], unary);
    }

    [Fact]
    public void Default_values_of_variables_that_support_each_other_are_free()
    {
        var unary = Build(new TaskDraft(2, 2, 2).Derived(1, 0).Derived(2, 0)
            .Rule((1, 1), (2, 1))
            .Rule((2, 1), (1, 1))
            .Rule((1, 1), (0, 1))
            .Goal((2, 0)));

        Assert.Equal(["rule:  -> v2=0 0"], unary);
    }

    [Fact]
    public void A_negation_that_explodes_is_given_up()
    {
        // 16 rules with two facts each over different variables: 2^16 ways to fail them all.
        var draft = new TaskDraft([.. Enumerable.Repeat(2, 33)]).Derived(32, 0);
        for (var r = 0; r < 16; r++)
        {
            draft.Rule((32, 1), (2 * r, 1), ((2 * r) + 1, 1));
        }

        Assert.Equal(["rule:  -> v32=0 0"], Build(draft.Goal((32, 0))));
    }
}
