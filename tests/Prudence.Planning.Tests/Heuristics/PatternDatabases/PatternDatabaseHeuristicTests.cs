using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.PatternDatabases;
using Prudence.Planning.Search;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Heuristics.Relaxation;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Heuristics.PatternDatabases;

public sealed class PatternDatabaseHeuristicTests
{
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    [InlineData(true, 3)]
    public void Estimates_are_admissible_and_consistent_in_every_state(bool withConditions, int size)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions, largestCost: seed % 5);
            var space = new StateSpace(task);
            var heuristic = new PatternDatabaseHeuristic(task, options: new PatternDatabaseOptions { MaximumSize = size });
            for (var s = 0; s < space.States.Length; s++)
            {
                var value = Evaluate(heuristic, space.States[s]);
                Assert.True(value <= space.Distances[s], $"seed {seed}, state {s}: {value} > {space.Distances[s]}");
                for (var o = 0; o < task.Operators.Count; o++)
                {
                    if (value != Heuristic.DeadEnd && space.IsApplicable(space.States[s], o))
                    {
                        var next = Evaluate(heuristic, space.Apply(space.States[s], o));
                        Assert.True(value <= (long)task.Operators.Costs[o] + next, $"seed {seed}, state {s}, operator {o}");
                    }
                }
            }
        }
    }

    [Fact]
    public void A_pattern_with_all_variables_gives_perfect_estimates()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var task = RandomTask.Draw(seed, withConditions: seed % 2 == 1);
            var all = new Pattern(task, [.. Enumerable.Range(0, task.Variables.Length)]);
            var projection = new Projection(task, null).Project(all, int.MaxValue)!;
            var distances = new GoalDistances(null).Compute(projection, task.Operators.Costs);
            var space = new StateSpace(task);
            for (var s = 0; s < space.States.Length; s++)
            {
                Assert.Equal(space.Distances[s], distances[all.StateOf(space.States[s])]);
            }
        }
    }

    [Fact]
    public void Saturated_costs_keep_all_distances_and_what_is_left_is_free()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var task = RandomTask.Draw(seed, largestCost: 5);
            var pattern = new Pattern(task, 0, 1, 2);
            var projection = new Projection(task, null).Project(pattern, int.MaxValue)!;
            var dijkstra = new GoalDistances(null);
            var distances = dijkstra.Compute(projection, task.Operators.Costs);
            var remaining = (int[])task.Operators.Costs.Clone();
            var taken = new SaturatedCosts(task).Subtract(projection, distances, remaining);
            int[] saturated = [.. task.Operators.Costs.Zip(remaining, static (cost, rest) => cost - rest)];

            Assert.All(remaining, static cost => Assert.True(cost >= 0));
            Assert.Equal(saturated.Sum(), taken);
            Assert.Equal(distances, dijkstra.Compute(projection, saturated));
        }
    }

    [Fact]
    public void Independent_goals_add_up()
    {
        var task = new TaskDraft(3, 3)
            .Operator("a1", 2, [(0, 0)], (0, 1)).Operator("a2", 3, [(0, 1)], (0, 2))
            .Operator("b1", 5, [(1, 0)], (1, 1)).Operator("b2", 7, [(1, 1)], (1, 2))
            .Goal((0, 2), (1, 2)).Build();

        var heuristic = new PatternDatabaseHeuristic(task, options: new PatternDatabaseOptions { MaximumSize = 1 });

        Assert.Equal(17, Evaluate(heuristic, [0, 0]));
        Assert.Equal(10, Evaluate(heuristic, [1, 1]));
        Assert.Equal(0, Evaluate(heuristic, [2, 2]));
    }

    [Fact]
    public void Dead_ends_of_a_projection_are_seen()
    {
        var task = new TaskDraft(3, 2).Operator("a", 1, [(0, 0)], (0, 1)).Operator("b", 1, [], (1, 1)).Goal((0, 1), (1, 1)).Build();

        Assert.Equal(Heuristic.DeadEnd, Evaluate(new PatternDatabaseHeuristic(task), [2, 0]));
    }

    [Fact]
    public void Optimal_costs_of_random_tasks_are_proven()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var task = new RandomTasks { Variables = 4 + (seed % 3), ConditionalEffects = seed % 2 == 0 }.Make(seed);
            using var stop = new StopSignal(RunLimits.Unlimited);
            var result = new AStarSearch(new TransitionSystem(task), new PatternDatabaseHeuristic(task), new SearchOptions(), stop, null).Run();
            var optimum = ReferenceSemantics.OptimalCost(task);

            Assert.Equal(optimum is not null, result.IsProvenOptimal);
            Assert.Equal(optimum ?? 0, result.Cost);
        }
    }

    [Fact]
    public void Limits_of_size_leave_patterns_out_but_estimates_admissible()
    {
        var task = RandomTask.Draw(7, largestCost: 4);
        var options = new PatternDatabaseOptions { MaximumStates = 4, MaximumCollectionStates = 6, MaximumOrders = 1 };
        var space = new StateSpace(task);
        var heuristic = new PatternDatabaseHeuristic(task, options: options);

        Assert.InRange(heuristic.PatternCount, 0, 3);
        Assert.InRange(heuristic.OrderCount, 0, 1);
        for (var s = 0; s < space.States.Length; s++)
        {
            Assert.True(Evaluate(heuristic, space.States[s]) <= space.Distances[s]);
        }
    }

    [Fact]
    public void Derived_predicates_are_refused()
    {
        var task = RandomTask.Draw(1, derivedCount: 1);

        Assert.Equal("derived predicates", Assert.Throws<UnsupportedTaskFeatureException>(() => new PatternDatabaseHeuristic(task)).Feature);
    }

    [Fact]
    public void A_raised_signal_stops_the_preparation()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        stop.Raise(StopReason.Cancelled);

        Assert.Throws<RunStoppedException>(() => new PatternDatabaseHeuristic(RandomTask.Draw(1), stop: stop));
    }

    [Fact]
    public void Evaluation_allocates_nothing_and_admissibility_is_claimed_for_true_costs_only()
    {
        var task = RandomTask.Draw(3, largestCost: 4);
        var heuristic = new PatternDatabaseHeuristic(task);
        Evaluate(heuristic, task.InitialState);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate(heuristic, task.InitialState);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(heuristic.IsAdmissible);
        Assert.False(new PatternDatabaseHeuristic(task, OperatorCostType.One).IsAdmissible);
    }

    private static int Evaluate(PatternDatabaseHeuristic heuristic, int[] values) => heuristic.Evaluate(new State(-1, values), null);
}
