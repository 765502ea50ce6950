using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Grounding.Mutexes;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Heuristics.Relaxation;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Grounding.Mutexes;

public sealed class H2PruningTests
{
    [Fact]
    public void Pruning_keeps_optimal_costs_and_every_optimal_plan_of_the_pruned_task_is_one_of_the_whole()
    {
        var pruned = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var smaller = Prune(task, out var report);

            Assert.True(report.IsComplete);
            pruned += report.OperatorsPruned;
            var optimum = ReferenceSemantics.OptimalCost(task);
            Assert.Equal(optimum, smaller.IsTriviallyUnsolvable ? null : ReferenceSemantics.OptimalCost(smaller));
            CheckNames(task, smaller);
        }

        Assert.True(pruned > 100);
    }

    [Fact]
    public void No_reachable_state_that_leads_to_the_goal_contains_a_forbidden_pair_and_no_plan_needs_a_removed_operator()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var analysis = Analyse(task);
            var onTheWay = OnTheWay(task);
            Assert.False(analysis.IsUnsolvable && onTheWay.Count > 0, $"seed {seed}");
            foreach (var (state, operators) in onTheWay)
            {
                CheckPairs(task, analysis, state, seed);
                Assert.All(operators, o => Assert.False(analysis.IsRemoved[o], $"seed {seed}, operator {o}"));
            }
        }
    }

    [Fact]
    public void Without_a_look_back_from_the_goal_no_reachable_state_contains_a_forbidden_pair()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var task = new RandomTasks { ConditionalEffects = true, DerivedVariables = seed % 3, Operators = 8 }.Make(seed);
            var analysis = Analyse(task);
            foreach (var (state, _) in ReferenceSemantics.Explore(task).Values)
            {
                if (!analysis.IsUnsolvable)
                {
                    CheckPairs(task, analysis, state, seed);
                }
            }
        }
    }

    [Fact]
    public void A_pair_that_no_group_knows_removes_an_operator()
    {
        // A lamp and a heater share a fuse: to switch one on, the other must be off. No operator that needs both can ever apply.
        var task = new TaskDraft(2, 2, 2)
            .Operator("lamp on", 1, [(0, 0), (1, 0)], (0, 1)).Operator("lamp off", 1, [(0, 1)], (0, 0))
            .Operator("heater on", 1, [(0, 0), (1, 0)], (1, 1)).Operator("heater off", 1, [(1, 1)], (1, 0))
            .Operator("both", 1, [(0, 1), (1, 1)], (2, 1)).Operator("lamp", 5, [(0, 1)], (2, 1))
            .Goal((2, 1)).Build();
        var smaller = Prune(task, out var report);

        Assert.True(Analyse(task).Forbidden.Contains(task.Fact(0, 1), task.Fact(1, 1)));
        Assert.DoesNotContain("both", Enumerable.Range(0, smaller.Operators.Count).Select(smaller.Operators.Name));
        Assert.True(report.OperatorsPruned >= 1);
    }

    [Fact]
    public void Dead_ends_are_seen_from_the_goal()
    {
        // To break the key is possible but leads nowhere; the value and the operator go, and with them the whole variable.
        var task = new TaskDraft(2, 2)
            .Operator("break", 1, [(0, 0)], (0, 1)).Operator("open", 1, [(0, 0)], (1, 1)).Goal((0, 0), (1, 1)).Build();
        var smaller = Prune(task, out _);

        Assert.Equal("open", smaller.Operators.Name(0));
        Assert.Equal(1, smaller.Operators.Count);
        Assert.Single(smaller.Variables);
        Assert.Equal([1], smaller.Goal);
    }

    [Fact]
    public void A_goal_out_of_reach_is_found_unsolvable()
    {
        var task = new TaskDraft(2, 2)
            .Operator("a", 1, [(0, 0), (1, 0)], (0, 1)).Operator("b", 1, [(0, 0), (1, 0)], (1, 1)).Goal((0, 1), (1, 1)).Build();

        Assert.True(Prune(task, out _).IsTriviallyUnsolvable);
    }

    [Fact]
    public void With_no_time_or_memory_the_task_stays_as_it_is()
    {
        var task = RandomTasks.OfEveryKind(2);
        using var stop = new StopSignal(RunLimits.Unlimited);

        Assert.Same(task, H2Pruning.Apply(task, new GroundingOptions { H2MemoryBytes = 10 }, stop, out var noMemory));
        Assert.Same(task, H2Pruning.Apply(task, new GroundingOptions { H2Time = TimeSpan.Zero }, stop, out var noTime));
        Assert.False(noMemory.IsComplete || noTime.IsComplete);
    }

    [Fact]
    public void A_raised_signal_stops_the_analysis()
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        stop.Raise(StopReason.Cancelled);

        Assert.Throws<RunStoppedException>(() => H2Pruning.Apply(RandomTasks.OfEveryKind(2), new GroundingOptions(), stop, out _));
    }

    private static PlanningTask Prune(PlanningTask task, out H2Report report)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        return H2Pruning.Apply(task, new GroundingOptions(), stop, out report);
    }

    private static H2Analysis Analyse(PlanningTask task)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var analysis = new H2Analysis(task, new H2Limits(TimeSpan.FromMinutes(10), long.MaxValue, stop));
        analysis.Run();
        return analysis;
    }

    private static void CheckPairs(PlanningTask task, H2Analysis analysis, int[] state, int seed)
    {
        for (var v = 0; v < state.Length; v++)
        {
            for (var w = 0; w <= v; w++)
            {
                Assert.False(analysis.Forbidden.Contains(task.Fact(v, state[v]), task.Fact(w, state[w])), $"seed {seed}, variables {w} and {v}");
            }
        }
    }

    private static void CheckNames(PlanningTask task, PlanningTask smaller)
    {
        var names = Enumerable.Range(0, task.Operators.Count).Select(task.Operators.Name).ToHashSet();
        Assert.All(Enumerable.Range(0, smaller.Operators.Count), o => Assert.Contains(smaller.Operators.Name(o), names));
    }

    /// <summary>The reachable states that lead to the goal, with the operators that stay on the way.</summary>
    private static List<(int[] State, List<int> Operators)> OnTheWay(PlanningTask task)
    {
        var reached = ReferenceSemantics.Explore(task);
        var good = reached.Where(entry => ReferenceSemantics.AllHold(task, entry.Value.State, task.Goal)).Select(static entry => entry.Key).ToHashSet();
        for (var count = -1; count != good.Count;)
        {
            count = good.Count;
            foreach (var (key, (state, _)) in reached)
            {
                if (!good.Contains(key) && Staying(task, state, good).Count > 0)
                {
                    good.Add(key);
                }
            }
        }

        return [.. good.Select(key => (reached[key].State, Staying(task, reached[key].State, good)))];
    }

    private static List<int> Staying(PlanningTask task, int[] state, HashSet<string> good) =>
        [.. Enumerable.Range(0, task.Operators.Count).Where(o =>
            ReferenceSemantics.IsApplicable(task, state, o) && good.Contains(string.Join(' ', ReferenceSemantics.Apply(task, state, o))))];
}
