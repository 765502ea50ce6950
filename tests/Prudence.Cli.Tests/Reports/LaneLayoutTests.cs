using Prudence.Cli.Reports;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Cli.Tests.Reports;

public class LaneLayoutTests
{
    private const string Domain = """
        (define (domain d) (:requirements :typing) (:types van place) (:predicates (at ?v - van ?p - place))
          (:action drive :parameters (?v - van ?a ?b - place) :precondition (at ?v ?a) :effect (and (not (at ?v ?a)) (at ?v ?b))))
        """;

    [Fact]
    public void Objects_stand_under_their_type_in_the_order_of_first_use()
    {
        var layout = Layout(["drive v2 b a", "drive v1 a c"]);

        Assert.Equal(["van", "v2", "v1", "place", "b", "a", "c"], layout.Rows.Select(static row => row.Name));
        Assert.Equal([true, false, false, true, false, false, false], layout.Rows.Select(static row => row.IsType));
        Assert.Equal(2, layout.RowOf("v1"));
        Assert.Equal(new Lane("a", 0, 1, IsType: false), layout.Rows[5]);
        Assert.Equal(-1, layout.RowOf("d"));
        Assert.Equal(0, layout.Hidden);
    }

    [Fact]
    public void Of_too_many_objects_those_with_the_most_steps_are_shown()
    {
        var places = Enumerable.Range(0, 100).Select(static i => $"p{i}").ToArray();
        var steps = places.Skip(1).Select((place, i) => $"drive v1 {places[i]} {place}").Append("drive v1 p99 p0").Append("drive v1 p0 p50").ToArray();
        var layout = Layout(steps, places);

        Assert.Equal(41, layout.Hidden);
        Assert.True(layout.RowOf("v1") > 0);
        Assert.True(layout.RowOf("p50") > 0);
    }

    private static LaneLayout Layout(string[] steps, string[]? places = null)
    {
        var problem = $"(define (problem p) (:domain d) (:objects v1 v2 - van {string.Join(' ', places ?? ["a", "b", "c", "d"])} - place) (:init) (:goal (and)))";
        var task = PddlReader.ReadTask(Domain, "d", problem, "p").Value!;
        return new LaneLayout(new Plan([.. steps.Select(PlanStep.Parse)]), task);
    }
}
