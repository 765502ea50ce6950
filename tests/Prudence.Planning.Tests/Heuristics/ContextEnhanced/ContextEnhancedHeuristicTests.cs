using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.ContextEnhanced;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Search;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Heuristics.Relaxation;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Heuristics.ContextEnhanced;

public sealed class ContextEnhancedHeuristicTests
{
    /// <summary>
    /// The example of the paper (section "The context-enhanced additive heuristic"): Y counts down to 0 only while X is 1, which each step undoes. The
    /// context knows that X must be set again before each step but the first; hadd takes it to be set for all where it is set in the state.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_context_of_a_step_is_what_the_step_before_left(int count)
    {
        var draft = new TaskDraft(2, count + 1).Operator("set", 1, [(0, 0)], (0, 1));
        for (var i = 0; i < count; i++)
        {
            draft.Operator($"step{i}", 1, [(0, 1), (1, i)], (1, i + 1), (0, 0));
        }

        var task = draft.Goal((1, count)).Build();

        Assert.Equal(2 * count, Evaluate(task, [0, 0]));
        Assert.Equal((2 * count) - 1, Evaluate(task, [1, 0]));
        Assert.Equal(count, new AdditiveHeuristic(task).Evaluate(new State(-1, [1, 0]), null));
    }

    [Fact]
    public void Estimates_follow_the_equations_where_variables_depend_on_each_other_in_one_direction()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var task = DrawAcyclic(seed);
            foreach (var values in new StateSpace(task).States)
            {
                Assert.Equal(new NaiveContextEnhanced(task, values).GoalCost() ?? Heuristic.DeadEnd, Evaluate(task, values));
            }
        }
    }

    [Fact]
    public void Goals_cost_nothing_and_lone_variables_cost_what_they_cost()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 0, largestCost: 4);
            var space = new StateSpace(task);
            for (var s = 0; s < space.States.Length; s++)
            {
                var value = Evaluate(task, space.States[s]);
                Assert.True(!space.HoldsAll(space.States[s], task.Goal) || value == 0, $"seed {seed}");
                Assert.True(value >= 0);
            }
        }
    }

    [Fact]
    public void Preferred_operators_are_applicable_and_lead_on()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 0);
            var space = new StateSpace(task);
            var heuristic = new ContextEnhancedHeuristic(task);
            var preferred = new PreferredOperators(task.Operators.Count);
            foreach (var values in space.States)
            {
                preferred.Clear();
                heuristic.Evaluate(new State(-1, values), preferred);
                Assert.All(preferred.Items.ToArray(), o => Assert.True(space.IsApplicable(values, o)));
            }
        }
    }

    [Fact]
    public void The_first_steps_towards_what_is_missing_are_preferred()
    {
        var task = new TaskDraft(2, 3, 2)
            .Operator("fetch", 1, [(1, 2)], (0, 1))
            .Operator("go", 1, [(1, 0)], (1, 1)).Operator("go on", 1, [(1, 1)], (1, 2))
            .Operator("idle", 1, [], (2, 1))
            .Goal((0, 1)).Build();
        var preferred = new PreferredOperators(4);

        Assert.Equal(3, new ContextEnhancedHeuristic(task).Evaluate(new State(-1, [0, 0, 0]), preferred));
        Assert.Equal([1], preferred.Items.ToArray());
    }

    [Fact]
    public void Searches_find_plans_where_there_are_some()
    {
        for (var seed = 0; seed < 80; seed++)
        {
            var task = new RandomTasks { ConditionalEffects = seed % 2 == 0 }.Make(seed);
            var heuristic = new ContextEnhancedHeuristic(task);
            using var stop = new StopSignal(RunLimits.Unlimited);
            var options = new BestFirstOptions { Preferring = [heuristic] };
            var result = new GreedySearch(new TransitionSystem(task), [heuristic], options, stop, null).Run();

            Assert.Equal(ReferenceSemantics.OptimalCost(task) is not null, result.Plan is not null);
            if (result.Plan is { } plan)
            {
                Assert.Equal(result.Cost, ReferenceSemantics.Validate(task, plan));
            }
        }
    }

    [Fact]
    public void Huge_costs_do_not_overflow()
    {
        var draft = new TaskDraft(2, 2, 2).Operator("a", int.MaxValue, [], (0, 1));
        var task = draft.Operator("b", int.MaxValue, [(0, 1)], (1, 1)).Operator("c", int.MaxValue, [(1, 1)], (2, 1)).Goal((2, 1), (1, 1)).Build();

        Assert.Equal(int.MaxValue - 1, Evaluate(task, [0, 0, 0]));
    }

    [Fact]
    public void Derived_predicates_are_refused() =>
        Assert.Throws<UnsupportedTaskFeatureException>(() => new ContextEnhancedHeuristic(RandomTask.Draw(1, derivedCount: 1)));

    [Fact]
    public void Evaluating_the_same_states_again_allocates_nothing_and_gives_the_same()
    {
        var task = RandomTask.Draw(5, largestCost: 4);
        var states = new StateSpace(task).States;
        var heuristic = new ContextEnhancedHeuristic(task);
        var preferred = new PreferredOperators(task.Operators.Count);
        var first = Array.ConvertAll(states, values => heuristic.Evaluate(new State(-1, values), preferred));
        var again = new int[states.Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var s = 0; s < states.Length; s++)
        {
            again[s] = heuristic.Evaluate(new State(-1, states[s]), preferred);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(first, again);
    }

    /// <summary>Each variable is changed only by operators that ask for values of variables before it, so there is one context for each value.</summary>
    private static PlanningTask DrawAcyclic(int seed)
    {
        var random = new Random(seed);
        var draft = new TaskDraft(3, 3, 3);
        for (var variable = 0; variable < 3; variable++)
        {
            for (var value = 0; value < 3; value++)
            {
                if (random.Next(6) == 0)
                {
                    continue;
                }

                var conditions = Enumerable.Range(0, variable).Where(_ => random.Next(2) == 0).Select(v => (v, random.Next(3)));
                draft.Operator($"o{variable}{value}", random.Next(1, 5), [.. conditions, (variable, value)], (variable, (value + 1) % 3));
            }
        }

        return draft.Goal((1, random.Next(3)), (2, random.Next(3))).Build();
    }

    private static int Evaluate(PlanningTask task, int[] values) => new ContextEnhancedHeuristic(task).Evaluate(new State(-1, values), null);
}
