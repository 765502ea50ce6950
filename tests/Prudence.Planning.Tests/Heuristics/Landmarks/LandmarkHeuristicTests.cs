using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Landmarks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

public sealed class LandmarkHeuristicTests
{
    [Fact]
    public void The_count_falls_as_landmarks_are_reached_and_rises_when_one_is_needed_again()
    {
        var task = new TaskSketch()
            .Variable("(at a)", "(at b)")
            .Variable("idle", "(has x)")
            .Variable("open", "(done)")
            .Operator("go", ["(at a)"], ["(at b)"])
            .Operator("back", ["(at b)"], ["(at a)"])
            .Operator("take", ["(at b)", "idle"], ["(has x)"], cost: 5)
            .Operator("finish", ["(at b)", "(has x)"], ["(done)"], cost: 2)
            .Build("(done)");
        var walk = new Walk(task, new LandmarkSumHeuristic(task));

        Assert.Equal(1 + 5 + 2, walk.Value);
        Assert.Equal(5 + 2, walk.Apply("go").Value);
        Assert.Equal(1 + 5 + 2, walk.Apply("back").Value);
        Assert.Equal(2, walk.Apply("go").Apply("take").Value);
        Assert.Equal(1 + 2, walk.Apply("back").Value);
        Assert.Equal(0, walk.Apply("go").Apply("finish").Value);
        Assert.Equal(3, new Walk(task, new LandmarkCountHeuristic(task)).Value);
        Assert.Equal(3, new Walk(task, new LandmarkSumHeuristic(task, OperatorCostType.One)).Value);
        Assert.Equal(2 + 6 + 3, new Walk(task, new LandmarkSumHeuristic(task, OperatorCostType.PlusOne)).Value);
    }

    [Fact]
    public void Operators_that_reach_a_landmark_are_preferred()
    {
        var task = LandmarkGeneratorTests.Logistics();
        var heuristic = new LandmarkSumHeuristic(task, preferAchievers: true);
        var walk = new Walk(task, heuristic);

        Assert.Equal(["drive plane1 E C", "drive plane2 E C", "drive truck1 D C", "drive truck2 F E"], walk.Preferred().Order());
        walk.Apply("drive truck1 D A").Apply("drive truck1 A B").Apply("drive plane2 E C");
        Assert.Equal(["drive truck1 B C", "drive truck2 F E", "load truck1 B"], walk.Preferred().Order());
    }

    [Fact]
    public void A_goal_that_nothing_reaches_is_a_dead_end()
    {
        var task = new TaskSketch().Variable("off", "(on)").Variable("(at a)", "(at b)").Operator("go", ["(at a)"], ["(at b)"]).Build("(on)");

        Assert.Equal(Heuristic.DeadEnd, new Walk(task, new LandmarkSumHeuristic(task)).Value);
        Assert.Equal(Heuristic.DeadEnd, new Walk(task, new LandmarkCountHeuristic(task)).Value);
    }

    [Fact]
    public void What_cannot_be_done_twice_is_a_dead_end_once_undone()
    {
        var task = new TaskSketch()
            .Variable("(whole)", "(broken)")
            .Variable("off", "(lit)")
            .Operator("drop", ["(whole)"], ["(broken)"])
            .Operator("light", ["(whole)"], ["(lit)"])
            .Build("(lit)");
        var walk = new Walk(task, new LandmarkCountHeuristic(task));

        Assert.Equal(1, walk.Value);
        Assert.Equal(Heuristic.DeadEnd, walk.Apply("drop").Value);
    }

    [Fact]
    public void Dead_ends_are_never_claimed_where_a_plan_exists()
    {
        for (var seed = 2000; seed < 2150; seed++)
        {
            var task = RandomTask.Draw(seed, conditionalEffects: seed % 2 == 0);
            var space = new StateSpace(task);
            var heuristic = new LandmarkCountHeuristic(task);
            heuristic.NotifyInitialState(new State(0, space.States[0]));
            foreach (var (from, o, to) in space.Transitions)
            {
                heuristic.NotifyTransition(from, o, new State(to, space.States[to]));
            }

            var solvable = space.Solvable();
            for (var state = 0; state < space.States.Count; state++)
            {
                var value = heuristic.Evaluate(new State(state, space.States[state]), null);
                Assert.False(value == Heuristic.DeadEnd && solvable[state], $"task {seed}, state {state}");
            }
        }
    }

    [Fact]
    public void Evaluation_does_not_allocate()
    {
        var task = LandmarkGeneratorTests.Logistics();
        var heuristic = new LandmarkSumHeuristic(task, preferAchievers: true);
        var space = new StateSpace(task);
        var preferred = new PreferredOperators(task.Operators.Count);
        heuristic.NotifyInitialState(new State(0, space.States[0]));
        var (from, o, to) = space.Transitions[0];
        heuristic.NotifyTransition(from, o, new State(to, space.States[to]));
        heuristic.Evaluate(new State(to, space.States[to]), preferred);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repetition = 0; repetition < 100; repetition++)
        {
            heuristic.NotifyTransition(from, o, new State(to, space.States[to]));
            preferred.Clear();
            heuristic.Evaluate(new State(to, space.States[to]), preferred);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
