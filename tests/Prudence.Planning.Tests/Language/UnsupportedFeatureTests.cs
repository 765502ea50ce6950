using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>Features beyond classical planning are refused by name and place, and nothing else is said about them.</summary>
public sealed class UnsupportedFeatureTests
{
    [Theory]
    [InlineData("durative actions", "(define (domain d) (:requirements :durative-actions) (:predicates (p)) §(:durative-action a :parameters () :duration (= ?duration 5) :condition (at start (p)) :effect (at end (not (p)))))")]
    [InlineData("durative actions", "(define (domain d) (:predicates (p)) (:action a :parameters () §:duration (= ?duration 5) :effect (p)))")]
    [InlineData("constraints", "(define (domain d) (:predicates (p)) §(:constraints (always (p))))")]
    [InlineData("object fluents", "(define (domain d) (:requirements :typing) (:types t) (:functions (f ?x - t) - §t))")]
    [InlineData("processes and events", "(define (domain d) (:predicates (p)) §(:process a :parameters () :precondition (p) :effect (increase (f) (* #t 1))))")]
    public void In_domains(string feature, string text) => AssertRefused(feature, text, Reading.Domain, "domain.pddl");

    [Theory]
    [InlineData("numeric conditions", "§(>= (length ?r) 3)")]
    [InlineData("numeric conditions", "(and (done) §(= (length ?r) (base)))")]
    [InlineData("numeric conditions", "§(= (base) 3)")]
    [InlineData("object fluents", "(lit §(length ?r))")]
    [InlineData("preferences", "(and §(preference p1 (undeclared)))")]
    [InlineData("trajectory constraints", "§(sometime (lit ?r))")]
    public void In_conditions(string feature, string condition) => AssertRefused(feature, Reading.DomainWithCondition(condition), Reading.Domain, "domain.pddl");

    [Theory]
    [InlineData("numeric fluents", "§(increase (length ?r) 1)")]
    [InlineData("numeric fluents", "(and (done) §(assign (base) (undeclared)))")]
    [InlineData("numeric fluents", "§(decrease (total-cost) 1)")]
    [InlineData("numeric fluents", "(increase (total-cost) (+ 1 §(total-cost)))")]
    [InlineData("conditional action costs", "(when (done) §(increase (total-cost) 1))")]
    [InlineData("nondeterministic effects", "§(oneof (done) (lit ?r))")]
    [InlineData("probabilistic effects", "§(probabilistic 0.5 (done))")]
    public void In_effects(string feature, string effect) => AssertRefused(feature, Reading.DomainWithEffect(effect), Reading.Domain, "domain.pddl");

    [Theory]
    [InlineData("timed initial literals", "§(at 5 (lit kitchen))", "(done)", "")]
    [InlineData("object fluents", "§(= (length kitchen) ball1)", "(done)", "")]
    [InlineData("preferences", "", "§(preference p (done))", "")]
    [InlineData("constraints", "", "(done)", "§(:constraints (always (done)))")]
    [InlineData("metrics other than minimize (total-cost)", "", "(done)", "§(:metric maximize (total-cost))")]
    [InlineData("metrics other than minimize (total-cost)", "", "(done)", "§(:metric minimize (+ (base) (total-cost)))")]
    public void In_problems(string feature, string init, string goal, string more) =>
        AssertRefused(feature, Reading.ProblemWith(init, goal, more: more), (text, _) => Reading.Problem(text, Reading.Rooms), "problem.pddl");

    [Fact]
    public void A_feature_is_refused_once()
    {
        var diagnostics = Reading.Domain("(define (domain d) (:durative-action a :parameters ()) (:durative-action b :parameters ()) (:constraints (and)))");
        Assert.Equal(2, diagnostics.Length);
    }

    [Fact]
    public void A_requirement_alone_refuses_nothing()
    {
        Assert.Empty(Reading.Domain("(define (domain d) (:requirements :durative-actions :numeric-fluents :preferences :constraints) (:predicates (p)))"));
    }

    [Fact]
    public void Words_of_other_features_can_be_predicates()
    {
        Assert.Empty(Reading.Domain("(define (domain d) (:requirements :strips) (:predicates (at ?x ?y) (over ?x ?y) (always)) (:action a :parameters (?x ?y) :precondition (and (at ?x ?y) (over ?x ?y)) :effect (always)))"));
    }

    private static void AssertRefused(string feature, string text, Func<string, bool, IEnumerable<Diagnostic>> read, string file)
    {
        var (unmarked, marked) = Reading.Unmark(text, file);
        var error = Assert.Single(read(unmarked, false));
        Assert.Equal((DiagnosticCodes.UnsupportedFeature, marked), (error.Code, error.Position));
        Assert.StartsWith(feature, error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string feature, string text, Func<string, bool, System.Collections.Immutable.ImmutableArray<Diagnostic>> read, string file) =>
        AssertRefused(feature, text, (t, strict) => (IEnumerable<Diagnostic>)read(t, strict), file);
}
