using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Tests.Grounding.Reachability;

public sealed class RepeatedLiteralTests
{
    [Fact]
    public void A_literal_that_is_repeated_is_joined_once()
    {
        var repeated = string.Concat(Enumerable.Repeat("(at ?r ?p) (not (busy ?r)) ", 5_000));
        var task = PddlText.Normalise(
            $"""
            (:types robot place) (:predicates (at ?r - robot ?p - place) (busy ?r - robot) (done ?p - place))
            (:action a :parameters (?r - robot ?p ?q - place) :precondition (and {repeated} (at ?r ?q) (not (= ?p ?q))) :effect (and (done ?p) (at ?r ?p)))
            """,
            "(:objects r - robot p q - place) (:init (at r p)) (:goal (done q))");

        var rule = Assert.Single(new RelaxedProgram(task, stop: null).Rules);
        Assert.Equal(2, rule.Body.Length);
    }
}
