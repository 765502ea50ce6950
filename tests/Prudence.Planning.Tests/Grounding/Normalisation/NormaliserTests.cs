using Prudence.Planning.Grounding;

namespace Prudence.Planning.Tests.Grounding.Normalisation;

public sealed class NormaliserTests
{
    private const string Types = "(:types car boat - vehicle vehicle place)";
    private const string Predicates = "(:predicates (at ?v - vehicle ?p - place) (open ?p - place) (lit))";
    private const string Objects = "(:objects c1 c2 - car b1 - boat x y - place)";

    [Fact]
    public void Type_sets_list_the_objects_of_all_subtypes()
    {
        var task = PddlText.Normalise(
            $"{Types} {Predicates} (:action a :parameters (?v - vehicle ?c - car ?e - (either boat place) ?o) :effect (lit))",
            $"{Objects} (:goal (lit))");
        var types = task.Actions[0].ParameterTypes.Select(set => string.Join(' ', task.ObjectsByType[set].Select(o => task.ObjectNames[o])));
        Assert.Equal(["c1 c2 b1", "c1 c2", "b1 x y", "c1 c2 b1 x y"], types);
    }

    [Fact]
    public void Constants_come_before_objects()
    {
        var task = PddlText.Normalise($"{Types} (:constants home - place) {Predicates}", "(:objects c1 - car) (:goal (open home))");
        Assert.Equal(["home", "c1"], task.ObjectNames);
        Assert.Equal([~0], Assert.IsType<LiftedLiteral>(task.Goal).Atom.Arguments);
    }

    [Theory]
    [InlineData("(not (and (open x) (lit)))", "(or !open(x) !lit())")]
    [InlineData("(imply (open x) (lit))", "(or !open(x) lit())")]
    [InlineData("(not (imply (open x) (lit)))", "(and open(x) !lit())")]
    [InlineData("(not (forall (?p - place) (open ?p)))", "(exists 0 !open(0))")]
    [InlineData("(not (exists (?p - place) (and (open ?p) (lit))))", "(forall 0 (or !open(0) !lit()))")]
    [InlineData("(not (not (lit)))", "lit()")]
    [InlineData("(and (lit) (and (open x) (and)) (open y))", "(and lit() open(x) open(y))")]
    [InlineData("(or (lit) (and))", "(and)")]
    [InlineData("(and (lit) (or))", "(or)")]
    [InlineData("(and (= x x) (lit))", "lit()")]
    [InlineData("(and (= x y) (lit))", "(or)")]
    [InlineData("(not (= x y))", "(and)")]
    [InlineData("(forall (?p - place) (exists (?q - place) (not (= ?p ?q))))", "(forall 0 (exists 1 0!=1))")]
    [InlineData("(exists (?p - place) (exists (?q - place) (and (open ?p) (open ?q))))", "(exists 0 1 (and open(0) open(1)))")]
    [InlineData("(forall (?p - place) (forall (?p - place) (open ?p)))", "(forall 0 1 open(1))")]
    [InlineData("(and (exists (?p - place) (open ?p)) (exists (?q - place) (open ?q)))", "(and (exists 0 open(0)) (exists 0 open(0)))")]
    public void Conditions_are_in_negation_normal_form(string goal, string expected)
    {
        var task = PddlText.Normalise($"{Types} {Predicates}", $"{Objects} (:goal {goal})");
        Assert.Equal(expected, Text(task, task.Goal));
    }

    [Theory]
    [InlineData("(forall (?g - ghost) (lit))", "(and)")]
    [InlineData("(exists (?g - ghost) (not (lit)))", "(or)")]
    public void Quantifiers_over_empty_types_are_constant(string goal, string expected)
    {
        var task = PddlText.Normalise("(:types ghost) (:predicates (lit))", $"(:goal {goal})");
        Assert.Equal(expected, Text(task, task.Goal));
    }

    [Fact]
    public void Nested_effects_are_merged()
    {
        var task = PddlText.Normalise(
            $"""
            {Types} {Predicates}
            (:action a :parameters (?c - car) :effect (and
              (lit)
              (forall (?p - place) (when (exists (?b - boat) (at ?b ?p)) (forall (?q - place) (when (open ?q) (and (at ?c ?q) (not (open ?p)))))))))
            """,
            $"{Objects} (:goal (lit))");
        var effects = task.Actions[0].Effects;
        Assert.Equal(3, effects.Length);
        Assert.Equal("(and)", Text(task, effects[0].Condition));
        Assert.Empty(effects[0].ParameterTypes);

        // Parameters: 0 is ?c, 1 ?p, 2 ?q; the existential one inside the condition comes after all of them.
        Assert.Equal(1, effects[1].FirstParameter);
        Assert.Equal(2, effects[1].ParameterTypes.Length);
        Assert.Equal("(and (exists 3 at(3,1)) open(2))", Text(task, effects[1].Condition));
        Assert.Equal("at(0,2)", Text(task, new LiftedLiteral(effects[1].Atom, effects[1].IsDelete)));
        Assert.Equal("!open(1)", Text(task, new LiftedLiteral(effects[2].Atom, effects[2].IsDelete)));
        Assert.Same(effects[1].Condition, effects[2].Condition);
    }

    [Fact]
    public void Predicates_know_whether_they_are_static_or_derived()
    {
        var task = PddlText.Normalise(
            """
            (:predicates (fixed) (fluent) (derived))
            (:derived (derived) (fluent))
            (:action a :precondition (fixed) :effect (fluent))
            """,
            "(:init (fixed) (fixed)) (:goal (derived))");
        Assert.Equal(
            [("fixed", false, true), ("fluent", false, false), ("derived", true, false)],
            task.Predicates.Select(predicate => (predicate.Name, predicate.IsDerived, predicate.IsStatic)));
        Assert.Single(task.InitialAtoms);
        Assert.False(task.HasMetric);
        Assert.Null(task.Actions[0].Cost);
    }

    private static string Text(LiftedTask task, LiftedCondition condition) => condition switch
    {
        LiftedLiteral literal => (literal.IsNegated ? "!" : "")
            + $"{task.Predicates[literal.Atom.Predicate].Name}({string.Join(',', literal.Atom.Arguments.Select(term => Term(task, term)))})",
        LiftedEquality equality => $"{Term(task, equality.Left)}{(equality.IsNegated ? "!=" : "=")}{Term(task, equality.Right)}",
        LiftedAnd and => $"({string.Join(' ', and.Operands.Select(operand => Text(task, operand)).Prepend("and"))})",
        LiftedOr or => $"({string.Join(' ', or.Operands.Select(operand => Text(task, operand)).Prepend("or"))})",
        LiftedForAll all => $"(forall {Numbers(all.FirstParameter, all.ParameterTypes)} {Text(task, all.Body)})",
        LiftedExists some => $"(exists {Numbers(some.FirstParameter, some.ParameterTypes)} {Text(task, some.Body)})",
        _ => "?",
    };

    private static string Numbers(int first, int[] types) => string.Join(' ', Enumerable.Range(first, types.Length));

    private static string Term(LiftedTask task, int term) => term < 0 ? task.ObjectNames[~term] : $"{term}";
}
