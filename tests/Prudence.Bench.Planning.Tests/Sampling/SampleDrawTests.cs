using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Tests.Sampling;

public sealed class SampleDrawTests
{
    private static readonly BenchmarkTask[] Tasks =
    [
        .. from suite in (string[])["a", "b", "c"]
           from number in Enumerable.Range(1, suite == "c" ? 3 : 20)
           select new BenchmarkTask(suite, $"p{number:00}.pddl", $"{suite}/domain.pddl", $"{suite}/p{number:00}.pddl"),
    ];

    [Fact]
    public void Suites_are_drawn_from_evenly_until_one_has_no_more()
    {
        var drawn = SampleDraw.Evenly(Tasks, 19, seed: 5);

        Assert.Equal([8, 8, 3], drawn.GroupBy(static task => task.Suite).Select(static suite => suite.Count()).OrderDescending());
        Assert.Equal(19, drawn.Select(static task => task.Key).Distinct().Count());
    }

    [Fact]
    public void A_larger_sample_extends_a_smaller_one_of_the_same_seed()
    {
        var small = SampleDraw.Evenly(Tasks, 10, seed: 5);
        var large = SampleDraw.Evenly(Tasks.Reverse(), 30, seed: 5);

        Assert.Equal(small, large.Take(10));
        Assert.NotEqual(small, SampleDraw.Evenly(Tasks, 10, seed: 6));
    }

    [Fact]
    public void The_smallest_come_first_and_ties_go_by_name() => Assert.Equal(
        ["a/p01.pddl", "b/p01.pddl", "c/p01.pddl", "a/p02.pddl"],
        SampleDraw.Smallest(Tasks, 4, static task => int.Parse(task.Name.AsSpan(1, 2), System.Globalization.CultureInfo.InvariantCulture)).Select(static task => task.Key));
}
