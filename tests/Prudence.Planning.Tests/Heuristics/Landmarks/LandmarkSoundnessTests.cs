using Prudence.Planning.Heuristics.Landmarks;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

/// <summary>Landmarks and orderings of random tasks against all their reachable states.</summary>
public sealed class LandmarkSoundnessTests
{
    private const int TasksPerKind = 500;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Every_plan_passes_every_landmark_in_the_order_claimed(bool conditionalEffects, bool axioms)
    {
        var landmarks = 0;
        var orderings = 0;
        for (var seed = 0; seed < TasksPerKind; seed++)
        {
            var task = RandomTask.Draw(seed, conditionalEffects, axioms, operatorCount: 8 + (seed % 8));
            var graph = LandmarkGenerator.Generate(task);
            var space = new StateSpace(task);
            for (var landmark = 0; landmark < graph.Count; landmark++)
            {
                AssertIsLandmark(space, task, graph.Landmarks[landmark], seed);
                AssertOrderings(space, graph, landmark, seed);
                AssertAchievers(space, graph, landmark, seed);
            }

            landmarks += graph.Landmarks.Count(static landmark => !landmark.IsGoal && !landmark.IsInitiallyTrue);
            orderings += graph.GreedyNecessary.Items.Length + graph.Natural.Items.Length;
        }

        Assert.True(landmarks > 30, $"only {landmarks} landmarks");
        Assert.True(orderings > 100, $"only {orderings} orderings");
    }

    private static void AssertIsLandmark(StateSpace space, PlanningTask task, Landmark landmark, int seed)
    {
        var avoiding = space.ReachableWithin(state => !landmark.Holds(state, task));
        for (var state = 0; state < avoiding.Length; state++)
        {
            Assert.False(avoiding[state] && space.IsGoal(state), $"task {seed}: a plan avoids {Name(task, landmark)}");
        }

        Assert.Equal(landmark.Holds(space.States[0], task), landmark.IsInitiallyTrue);
    }

    private static void AssertOrderings(StateSpace space, LandmarkGraph graph, int landmark, int seed)
    {
        var task = graph.Task;
        var earlier = graph.Landmarks[landmark];
        var withoutEarlier = space.ReachableWithin(state => !earlier.Holds(state, task));
        foreach (var other in (int[])[.. graph.Natural[landmark], .. graph.GreedyNecessary[landmark]])
        {
            var later = graph.Landmarks[other];
            foreach (var (from, _, to) in space.Transitions)
            {
                var tooEarly = withoutEarlier[from] && later.Holds(space.States[to], task) && !(later.IsDerived && earlier.Holds(space.States[to], task));
                Assert.False(tooEarly, $"task {seed}: {Name(task, later)} does not need {Name(task, earlier)} before");
            }
        }

        foreach (var other in graph.GreedyNecessary[landmark])
        {
            var later = graph.Landmarks[other];
            var withoutLater = space.ReachableWithin(state => !later.Holds(state, task));
            foreach (var (from, _, to) in space.Transitions)
            {
                if (withoutLater[from] && later.Holds(space.States[to], task))
                {
                    Assert.True(
                        earlier.Holds(space.States[from], task) || (later.IsDerived && earlier.Holds(space.States[to], task)),
                        $"task {seed}: {Name(task, later)} does not need {Name(task, earlier)} right before");
                }
            }
        }
    }

    private static void AssertAchievers(StateSpace space, LandmarkGraph graph, int landmark, int seed)
    {
        var task = graph.Task;
        var described = graph.Landmarks[landmark];
        if (described.IsDerived)
        {
            return;
        }

        var first = space.ReachableWithin(state => !described.Holds(state, task));
        foreach (var (from, o, to) in space.Transitions)
        {
            if (!described.Holds(space.States[from], task) && described.Holds(space.States[to], task))
            {
                Assert.True(graph.Achievers[landmark].Contains(o), $"task {seed}: operator {o} reaches {Name(task, described)}");
                Assert.True(!first[from] || graph.FirstAchievers[landmark].Contains(o), $"task {seed}: operator {o} first reaches {Name(task, described)}");
            }
        }
    }

    private static string Name(PlanningTask task, Landmark landmark) => string.Join(" or ", landmark.Facts.Select(task.FactName));
}
