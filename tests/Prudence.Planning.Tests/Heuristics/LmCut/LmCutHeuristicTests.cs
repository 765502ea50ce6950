using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.LmCut;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tests.Heuristics.Relaxation;

namespace Prudence.Planning.Tests.Heuristics.LmCut;

public sealed class LmCutHeuristicTests
{
    [Fact]
    public void Two_cuts_of_a_small_task_add_up()
    {
        // c costs 4: the cut {second, third} pays 4 and leaves 0 and 1. Then b costs 1: the cut {first, third} pays 1.
        var task = new TaskDraft(2, 2, 2, 2)
            .Operator("first", 3, [], (0, 1), (1, 1))
            .Operator("second", 4, [], (0, 1), (2, 1))
            .Operator("third", 5, [], (1, 1), (2, 1))
            .Operator("finish", 0, [(0, 1), (1, 1), (2, 1)], (3, 1))
            .Goal((3, 1))
            .Build();

        Assert.Equal(5, new LmCutHeuristic(task).Evaluate(new State(-1, task.InitialState), null));
    }

    [Fact]
    public void Goals_that_need_no_plan_or_have_none_are_told_apart()
    {
        var task = new TaskDraft(2, 2).Operator("a", 4, [], (0, 1)).Goal((0, 1), (1, 1)).Build();
        var heuristic = new LmCutHeuristic(task);

        Assert.Equal(0, heuristic.Evaluate(new State(-1, [1, 1]), null));
        Assert.Equal(4, heuristic.Evaluate(new State(-1, [0, 1]), null));
        Assert.Equal(Heuristic.DeadEnd, heuristic.Evaluate(new State(-1, [1, 0]), null));
        Assert.Equal(0, new LmCutHeuristic(new TaskDraft(2).Build()).Evaluate(new State(-1, [0]), null));
    }

    [Fact]
    public void Values_lie_between_hmax_and_the_optimal_relaxed_plan()
    {
        for (var seed = 0; seed < 250; seed++)
        {
            var task = RandomTask.Draw(seed, largestCost: 1 + (seed % 5));
            var (lmcut, max) = (new LmCutHeuristic(task), new MaxHeuristic(task));
            foreach (var values in new StateSpace(task).States)
            {
                var state = new State(-1, values);
                var value = lmcut.Evaluate(state, null);
                Assert.True(max.Evaluate(state, null) <= value, $"seed {seed}");
                Assert.True(value <= NaiveRelaxation.Plus(task, values), $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Conditional_effects_and_derived_variables_keep_values_admissible_and_dead_ends_right()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: true, derivedCount: seed % 4, largestCost: 1 + (seed % 5));
            var (lmcut, max) = (new LmCutHeuristic(task), new MaxHeuristic(task));
            var space = new StateSpace(task);
            for (var s = 0; s < space.States.Length; s++)
            {
                var state = new State(s, space.States[s]);
                var value = lmcut.Evaluate(state, null);
                Assert.True(value <= space.Distances[s], $"seed {seed}, state {s}");
                Assert.Equal(max.Evaluate(state, null) == Heuristic.DeadEnd, value == Heuristic.DeadEnd);
                Assert.Equal(max.Evaluate(state, null) == 0, value == 0);
            }
        }
    }

    [Fact]
    public void An_operator_pays_for_all_its_conditional_effects_once()
    {
        // One application makes both goals true, each under its own condition.
        var task = new TaskDraft(2, 2, 2, 2)
            .Operator("both", 3, [], [([(0, 0)], (2, 1)), ([(1, 0)], (3, 1))])
            .Goal((2, 1), (3, 1))
            .Build();

        Assert.Equal(3, new LmCutHeuristic(task).Evaluate(new State(-1, task.InitialState), null));
    }

    [Fact]
    public void Huge_costs_do_not_overflow()
    {
        var draft = new TaskDraft([.. Enumerable.Repeat(2, 60)]);
        for (var step = 0; step < 60; step++)
        {
            draft.Operator($"o{step}", int.MaxValue, step == 0 ? [] : [(step - 1, 1)], (step, 1));
        }

        var task = draft.Goal((59, 1)).Build();

        Assert.InRange(new LmCutHeuristic(task).Evaluate(new State(-1, task.InitialState), null), int.MaxValue / 2, int.MaxValue - 1);
    }

    [Fact]
    public void Evaluation_allocates_nothing_and_repeats_itself()
    {
        var task = RandomTask.Draw(3, withConditions: true, largestCost: 4);
        var states = new StateSpace(task).States;
        var heuristic = new LmCutHeuristic(task);
        var first = Array.ConvertAll(states, values => heuristic.Evaluate(new State(-1, values), null));
        var again = new int[states.Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var s = 0; s < states.Length; s++)
        {
            again[s] = heuristic.Evaluate(new State(-1, states[s]), null);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(first, again);
    }

    [Fact]
    public void Admissibility_is_claimed_only_for_true_costs()
    {
        var task = new TaskDraft(2).Operator("a", 4, [], (0, 1)).Goal((0, 1)).Build();

        Assert.True(new LmCutHeuristic(task).IsAdmissible);
        Assert.False(new LmCutHeuristic(task, OperatorCostType.One).IsAdmissible);
        Assert.Equal(1, new LmCutHeuristic(task, OperatorCostType.One).Evaluate(new State(-1, [0]), null));
    }
}
