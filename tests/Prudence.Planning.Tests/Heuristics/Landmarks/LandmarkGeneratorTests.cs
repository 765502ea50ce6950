using Prudence.Budgeting;
using Prudence.Planning.Heuristics.Landmarks;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

public sealed class LandmarkGeneratorTests
{
    [Fact]
    public void The_logistics_example_of_the_LAMA_paper_has_its_known_landmarks()
    {
        var graph = LandmarkGenerator.Generate(Logistics());

        Assert.Equal(
            [
                "(at box B)",
                "(at box C)",
                "(at box E)",
                "(at box F)",
                "(in box plane1)|(in box plane2)",
                "(in box truck1)",
                "(in box truck2)",
                "(at plane1 C)|(at plane2 C)",
                "(at truck1 B)",
                "(at truck1 C)",
                "(at truck1 D)",
                "(at truck2 E)",
                "(at truck2 F)",
            ],
            Names(graph).OrderBy(static name => name[..5] == "(at b" ? 0 : name[..3] == "(in" ? 1 : 2).ThenBy(static name => name, StringComparer.Ordinal));
        Assert.Contains(("(in box truck1)", "(at box C)"), Pairs(graph, graph.GreedyNecessary));
        Assert.Contains(("(at truck1 B)", "(in box truck1)"), Pairs(graph, graph.GreedyNecessary));
        Assert.Contains(("(at plane1 C)|(at plane2 C)", "(in box plane1)|(in box plane2)"), Pairs(graph, graph.GreedyNecessary));
        Assert.Contains(("(at box C)", "(in box plane1)|(in box plane2)"), Pairs(graph, graph.GreedyNecessary));
        Assert.Contains(("(at truck1 B)", "(at truck1 C)"), Pairs(graph, graph.Reasonable));
    }

    [Fact]
    public void A_tower_is_built_from_below()
    {
        var graph = LandmarkGenerator.Generate(Blocks("A", "B", "C").Build("(on A B)", "(on B C)"));

        // Stacking A first would have to be undone for holding B: the paper's example of a reasonable ordering.
        Assert.Contains(("(on B C)", "(on A B)"), Pairs(graph, graph.Reasonable));
        Assert.Contains(("(holding A)", "(on A B)"), Pairs(graph, graph.GreedyNecessary));
        Assert.Contains(("(clear B)", "(on A B)"), Pairs(graph, graph.GreedyNecessary));
    }

    [Fact]
    public void A_variable_passes_the_values_between()
    {
        var task = new TaskSketch()
            .Variable("(at a)", "(at b)", "(at c)", "(at d)")
            .Operator("a-b", ["(at a)"], ["(at b)"])
            .Operator("b-c", ["(at b)"], ["(at c)"])
            .Operator("c-d", ["(at c)"], ["(at d)"])
            .Operator("d-b", ["(at d)"], ["(at b)"])
            .Build("(at d)");
        var graph = LandmarkGenerator.Generate(task);

        Assert.Equal(["(at d)", "(at c)", "(at a)", "(at b)"], Names(graph));
        Assert.Contains(("(at b)", "(at d)"), Pairs(graph, graph.Natural));
        Assert.Contains(("(at c)", "(at d)"), Pairs(graph, graph.GreedyNecessary));
        Assert.False(graph.HasCycle);
    }

    [Fact]
    public void A_raised_stop_signal_leaves_the_goals()
    {
        using var stop = new StopSignal(new RunLimits());
        stop.Raise(StopReason.Cancelled);
        var graph = LandmarkGenerator.Generate(Logistics(), stop);

        Assert.True(graph.IsPartial);
        Assert.Equal(["(at box F)"], Names(graph));
    }

    [Fact]
    public void The_same_task_gives_the_same_graph()
    {
        var first = LandmarkGenerator.Generate(Logistics());
        var second = LandmarkGenerator.Generate(Logistics());

        Assert.Equal(Names(first), Names(second));
        Assert.Equal(first.Natural.Items, second.Natural.Items);
        Assert.Equal(first.Reasonable.Items, second.Reasonable.Items);
    }

    /// <summary>A box goes by truck from B to the airport C, by one of two planes to the airport E, and by another truck to F.</summary>
    internal static PlanningTask Logistics()
    {
        var sketch = new TaskSketch()
            .Variable("(at box B)", "(at box A)", "(at box C)", "(at box D)", "(at box E)", "(at box F)", "(in box truck1)", "(in box truck2)", "(in box plane1)", "(in box plane2)")
            .Variable("(at truck1 D)", "(at truck1 A)", "(at truck1 B)", "(at truck1 C)")
            .Variable("(at truck2 F)", "(at truck2 E)")
            .Variable("(at plane1 E)", "(at plane1 C)")
            .Variable("(at plane2 E)", "(at plane2 C)");
        AddVehicle(sketch, "truck1", "A-B", "B-C", "C-D", "A-D");
        AddVehicle(sketch, "truck2", "E-F");
        AddVehicle(sketch, "plane1", "C-E");
        AddVehicle(sketch, "plane2", "C-E");
        return sketch.Build("(at box F)");
    }

    internal static TaskSketch Blocks(params string[] blocks)
    {
        var sketch = new TaskSketch().Variable(["(handempty)", .. blocks.Select(static b => $"(holding {b})")]);
        foreach (var b in blocks)
        {
            sketch.Variable([$"(ontable {b})", $"lifted {b}", .. blocks.Where(other => other != b).Select(other => $"(on {b} {other})")]);
            sketch.Variable($"(clear {b})", $"not (clear {b})");
        }

        foreach (var b in blocks)
        {
            sketch.Operator($"pick {b}", ["(handempty)", $"(ontable {b})", $"(clear {b})"], [$"(holding {b})", $"lifted {b}", $"not (clear {b})"]);
            sketch.Operator($"put {b}", [$"(holding {b})"], ["(handempty)", $"(ontable {b})", $"(clear {b})"]);
            sketch.Mutex([$"(clear {b})", $"(holding {b})", .. blocks.Where(other => other != b).Select(other => $"(on {other} {b})")]);
            foreach (var other in blocks.Where(other => other != b))
            {
                sketch.Operator($"stack {b} {other}", [$"(holding {b})", $"(clear {other})"], ["(handempty)", $"(on {b} {other})", $"(clear {b})", $"not (clear {other})"]);
                sketch.Operator($"unstack {b} {other}", ["(handempty)", $"(on {b} {other})", $"(clear {b})"], [$"(holding {b})", $"lifted {b}", $"not (clear {b})", $"(clear {other})"]);
            }
        }

        return sketch;
    }

    private static void AddVehicle(TaskSketch sketch, string vehicle, params string[] roads)
    {
        foreach (var ends in roads.Select(static road => road.Split('-')))
        {
            sketch.Operator($"drive {vehicle} {ends[0]} {ends[1]}", [$"(at {vehicle} {ends[0]})"], [$"(at {vehicle} {ends[1]})"]);
            sketch.Operator($"drive {vehicle} {ends[1]} {ends[0]}", [$"(at {vehicle} {ends[1]})"], [$"(at {vehicle} {ends[0]})"]);
        }

        foreach (var place in roads.SelectMany(static road => road.Split('-')).Distinct())
        {
            sketch.Operator($"load {vehicle} {place}", [$"(at box {place})", $"(at {vehicle} {place})"], [$"(in box {vehicle})"]);
            sketch.Operator($"unload {vehicle} {place}", [$"(in box {vehicle})", $"(at {vehicle} {place})"], [$"(at box {place})"]);
        }
    }

    private static IEnumerable<string> Names(LandmarkGraph graph) => graph.Landmarks.Select(landmark => Name(graph, landmark));

    private static string Name(LandmarkGraph graph, Landmark landmark) => string.Join('|', landmark.Facts.Select(graph.Task.FactName));

    private static IEnumerable<(string Earlier, string Later)> Pairs(LandmarkGraph graph, IntLists relation)
    {
        for (var earlier = 0; earlier < graph.Count; earlier++)
        {
            foreach (var later in relation[earlier].ToArray())
            {
                yield return (Name(graph, graph.Landmarks[earlier]), Name(graph, graph.Landmarks[later]));
            }
        }
    }
}
