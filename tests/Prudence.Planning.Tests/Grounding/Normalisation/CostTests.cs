using Prudence.Planning.Grounding;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Grounding.Normalisation;

public sealed class CostTests
{
    [Theory]
    [InlineData("(increase (total-cost) 7)", 7)]
    [InlineData("(increase (total-cost) (length ?p ?q))", 12)]
    [InlineData("(increase (total-cost) (length ?q ?p))", 5)]
    [InlineData("(increase (total-cost) (* 2 (+ (length ?p ?q) 1)))", 26)]
    [InlineData("(increase (total-cost) (/ (length ?p ?q) 4))", 3)]
    [InlineData("(increase (total-cost) (- (length ?p ?q) (length ?q ?p)))", 7)]
    [InlineData("(increase (total-cost) (+ 0.5 (* 0.5 (length ?q ?p))))", 3)]
    [InlineData("(increase (total-cost) 1) (increase (total-cost) (length ?p ?q))", 13)]
    [InlineData("", 0)]
    public void Cost_is_computed_from_the_arguments(string cost, int expected)
    {
        var task = Task(cost);
        Assert.Equal(expected, task.Actions[0].Cost!([0, 1]));
    }

    [Theory]
    [InlineData("(increase (total-cost) (/ (length ?q ?p) 2))", "bad-cost", "(go x y) costs 2.5")]
    [InlineData("(increase (total-cost) (- (length ?q ?p) 6))", "bad-cost", "(go x y) costs -1")]
    [InlineData("(increase (total-cost) (length ?p ?p))", "missing-value", "(length x x) has no value")]
    [InlineData("(increase (total-cost) (/ 1 (- (length ?p ?q) 12)))", "division-by-zero", "divides by zero")]
    [InlineData("(increase (total-cost) (* 4000000000 (length ?q ?p)))", "bad-cost", "costs 20000000000")]
    public void Impossible_costs_are_errors_with_a_place(string cost, string code, string message)
    {
        var task = Task(cost);
        var error = Assert.Throws<GroundingException>(() => task.Actions[0].Cost!([0, 1]));
        Assert.Equal(code, error.Diagnostic.Code);
        Assert.Equal(DiagnosticSeverity.Error, error.Diagnostic.Severity);
        Assert.Contains(message, error.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("domain", error.Diagnostic.Position.File);
    }

    [Fact]
    public void Cost_of_an_unreachable_operator_need_not_be_known()
    {
        var task = PddlText.Ground(
            """
            (:predicates (at ?p) (road ?p ?q)) (:functions (length ?p ?q) - number (total-cost) - number)
            (:action go :parameters (?p ?q) :precondition (and (at ?p) (road ?p ?q)) :effect (and (at ?q) (not (at ?p)) (increase (total-cost) (length ?p ?q))))
            """,
            "(:objects x y z) (:init (at x) (road x y) (= (length x y) 3)) (:goal (at y)) (:metric minimize (total-cost))");
        Assert.Equal([3], task.OperatorCosts);
    }

    private static LiftedTask Task(string cost) => PddlText.Normalise(
        $"""
        (:predicates (at ?p)) (:functions (length ?p ?q) - number (total-cost) - number)
        (:action go :parameters (?p ?q) :precondition (at ?p) :effect (and (at ?q) {cost}))
        """,
        "(:objects x y) (:init (at x) (= (length x y) 12) (= (length y x) 5)) (:goal (at y)) (:metric minimize (total-cost))");
}
