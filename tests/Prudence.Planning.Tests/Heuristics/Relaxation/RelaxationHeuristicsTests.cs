using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

public sealed class RelaxationHeuristicsTests
{
    /// <summary>A truck (at A, B or C) brings two parcels from A to C over B; driving costs 2, handling 1.</summary>
    private static TaskDraft Delivery()
    {
        var draft = new TaskDraft(3, 4, 4);
        foreach (var (from, to) in new[] { (0, 1), (1, 0), (1, 2), (2, 1) })
        {
            draft.Operator($"drive {from} {to}", 2, [(0, from)], (0, to));
        }

        for (var parcel = 1; parcel <= 2; parcel++)
        {
            for (var place = 0; place < 3; place++)
            {
                draft.Operator($"load {parcel} {place}", 1, [(0, place), (parcel, place)], (parcel, 3));
                draft.Operator($"unload {parcel} {place}", 1, [(0, place), (parcel, 3)], (parcel, place));
            }
        }

        return draft.Goal((1, 2), (2, 2));
    }

    [Fact]
    public void The_delivery_costs_what_one_computes_by_hand()
    {
        var task = Delivery().Build();
        var state = new State(-1, task.InitialState);
        var preferred = new PreferredOperators(task.Operators.Count);

        // Each parcel: load (1) and drive, drive, unload (4 + 1): the truck's way counts twice for hadd, once for hFF, and hmax sees only it.
        Assert.Equal(5, new MaxHeuristic(task).Evaluate(state, null));
        Assert.Equal(12, new AdditiveHeuristic(task).Evaluate(state, null));
        Assert.Equal(8, new FFHeuristic(task).Evaluate(state, preferred));
        var names = preferred.Items.ToArray().Select(task.Operators.Name).Order();
        Assert.Equal(["drive 0 1", "load 1 0", "load 2 0"], names);
    }

    [Fact]
    public void The_relaxed_plan_names_its_operators()
    {
        var task = Delivery().Build();
        var heuristic = new FFHeuristic(task);
        heuristic.Evaluate(new State(-1, task.InitialState), null);

        var names = heuristic.RelaxedPlan.ToArray().Select(task.Operators.Name).Order();
        Assert.Equal(["drive 0 1", "drive 1 2", "load 1 0", "load 2 0", "unload 1 2", "unload 2 2"], names);
    }

    [Theory]
    [InlineData(OperatorCostType.One, 6)]
    [InlineData(OperatorCostType.PlusOne, 14)]
    public void Costs_are_counted_as_asked(OperatorCostType type, int expected)
    {
        var task = Delivery().Build();

        var heuristic = new FFHeuristic(task, type);

        Assert.Equal(expected, heuristic.Evaluate(new State(-1, task.InitialState), null));
        Assert.False(new MaxHeuristic(task, type).IsAdmissible);
    }

    [Fact]
    public void A_goal_no_operator_reaches_is_a_dead_end_and_a_reached_one_costs_nothing()
    {
        var task = new TaskDraft(2, 2).Operator("a", 1, [], (0, 1)).Goal((0, 1), (1, 1)).Build();
        Heuristic[] heuristics = [new MaxHeuristic(task), new AdditiveHeuristic(task), new FFHeuristic(task)];
        foreach (var heuristic in heuristics)
        {
            Assert.Equal(Heuristic.DeadEnd, heuristic.Evaluate(new State(-1, [0, 0]), null));
            Assert.Equal(1, heuristic.Evaluate(new State(-1, [0, 1]), null));
            Assert.Equal(0, heuristic.Evaluate(new State(-1, [1, 1]), null));
        }
    }

    [Fact]
    public void Sums_that_leave_32_bits_stay_at_the_largest_cost()
    {
        // Each step needs both facts of the step before: hadd doubles 40 times.
        var draft = new TaskDraft([.. Enumerable.Repeat(2, 80)]);
        for (var step = 0; step < 40; step++)
        {
            (int, int)[] before = step == 0 ? [] : [((2 * step) - 2, 1), ((2 * step) - 1, 1)];
            draft.Operator($"a{step}", 50_000_000, before, (2 * step, 1)).Operator($"b{step}", int.MaxValue, before, ((2 * step) + 1, 1));
        }

        var task = draft.Goal((78, 1), (79, 1)).Build();
        var state = new State(-1, task.InitialState);
        Assert.Equal(100_000_000, new AdditiveHeuristic(task).Evaluate(state, null));
        Assert.Equal(100_000_000, new MaxHeuristic(task).Evaluate(state, null));
        Assert.Equal(int.MaxValue - 1, new FFHeuristic(task).Evaluate(state, null));
    }

    [Fact]
    public void Values_match_the_definitions_and_bound_each_other_in_every_state()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 1);
            var space = new StateSpace(task);
            var (max, add, ff) = (new MaxHeuristic(task), new AdditiveHeuristic(task), new FFHeuristic(task));
            for (var s = 0; s < space.States.Length; s++)
            {
                var values = space.States[s];
                var state = new State(s, values);
                var (hmax, hadd, hff) = (max.Evaluate(state, null), add.Evaluate(state, null), ff.Evaluate(state, null));
                Assert.Equal(NaiveRelaxation.Max(task, values), hmax);
                Assert.Equal(NaiveRelaxation.Add(task, values), hadd);
                Assert.True(hmax <= space.Distances[s]);
                Assert.True(hff <= hadd);
                Assert.Equal(hmax == Heuristic.DeadEnd, hff == Heuristic.DeadEnd);
                if (!task.Operators.HasConditionalEffects)
                {
                    Assert.True(hff >= NaiveRelaxation.Plus(task, values));
                }
            }
        }
    }

    [Fact]
    public void Hmax_is_consistent()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: true, derivedCount: seed % 2 * 2);
            var space = new StateSpace(task);
            var max = new MaxHeuristic(task);
            foreach (var state in space.States)
            {
                for (var o = 0; o < task.Operators.Count; o++)
                {
                    if (space.IsApplicable(state, o))
                    {
                        long after = max.Evaluate(new State(-1, space.Apply(state, o)), null);
                        Assert.True(max.Evaluate(new State(-1, state), null) <= after + task.Operators.Costs[o]);
                    }
                }
            }
        }
    }

    [Fact]
    public void Derived_variables_keep_dead_ends_right_and_hmax_admissible()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 1, derivedCount: 1 + (seed % 4));
            var space = new StateSpace(task);
            var (max, ff) = (new MaxHeuristic(task), new FFHeuristic(task));
            for (var s = 0; s < space.States.Length; s++)
            {
                var state = new State(s, space.States[s]);
                Assert.True(max.Evaluate(state, null) <= space.Distances[s], $"seed {seed}, state {s}");
                Assert.True(ff.Evaluate(state, null) != Heuristic.DeadEnd || space.Distances[s] == int.MaxValue);
            }
        }
    }

    [Fact]
    public void Preferred_operators_are_applicable_and_exist_before_the_goal()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 1, derivedCount: seed % 3);
            var space = new StateSpace(task);
            var preferred = new PreferredOperators(task.Operators.Count);
            Heuristic[] heuristics = [new AdditiveHeuristic(task), new FFHeuristic(task)];
            foreach (var (heuristic, values) in heuristics.SelectMany(h => space.States.Select(s => (h, s))))
            {
                preferred.Clear();
                var value = heuristic.Evaluate(new State(-1, values), preferred);
                Assert.All(preferred.Items.ToArray(), o => Assert.True(space.IsApplicable(values, o)));

                // Where a relaxation takes default values for free, the first operator of its plan may wait for one of them.
                var isFarFromGoal = value is not 0 and not Heuristic.DeadEnd && task.Axioms.Count == 0;
                Assert.True(!isFarFromGoal || preferred.Count > 0);
            }
        }
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        var task = Delivery().Build();
        var preferred = new PreferredOperators(task.Operators.Count);
        Heuristic[] heuristics = [new MaxHeuristic(task), new AdditiveHeuristic(task), new FFHeuristic(task)];
        foreach (var heuristic in heuristics)
        {
            long Allocated(int rounds)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < rounds; i++)
                {
                    preferred.Clear();
                    heuristic.Evaluate(new State(-1, task.InitialState), preferred);
                }

                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            // As often as is measured: after some dozens of calls the runtime compiles a method anew, and allocates for that.
            Allocated(1000);
            Assert.Equal(0, Allocated(1000));
        }
    }

    [Fact]
    public void A_raised_signal_ends_the_preparation()
    {
        using var stop = new Budgeting.StopSignal(Budgeting.RunLimits.Unlimited);
        stop.Raise(Budgeting.StopReason.Cancelled);

        Assert.Throws<Budgeting.RunStoppedException>(() => new FFHeuristic(Delivery().Build(), OperatorCostType.Normal, stop));
    }
}
