using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Language;

/// <summary>Case is ignored for the letters A to Z and for nothing else; no name is changed in any other way.</summary>
public sealed class UnicodeNameTests
{
    private const string Domain = "(define (domain d) (:predicates (p ?x)) (:action a :parameters (?x) :effect (p ?x)))";

    [Theory]
    [InlineData("BLOCK", "block")]
    [InlineData("İstanbul", "İstanbul")]
    [InlineData("IıiI", "iıii")]
    [InlineData("STRAßE", "straße")]
    [InlineData("ẞ", "ẞ")]
    [InlineData("Ä", "Ä")]
    [InlineData("\u212A", "\u212A")]
    [InlineData("ſ", "ſ")]
    [InlineData("Ǆ", "Ǆ")]
    [InlineData("𐐀", "𐐀")]
    [InlineData("é", "é")]
    [InlineData("e\u0301", "e\u0301")]
    public void Only_ascii_letters_are_folded(string written, string name)
    {
        var problem = Read($"(define (problem p) (:domain d) (:objects {written}) (:init) (:goal (p {written})))").Value!;

        Assert.Equal(name, Assert.Single(problem.Problem.Objects).Name);
        Assert.Equal(name, Assert.Single(PlanStep.Parse($"(a {written})").Arguments));
        Assert.True(PlanValidator.Validate(problem.Domain, problem.Problem, new Plan([PlanStep.Parse($"(A {written})")])).IsValid);
    }

    [Theory]
    [InlineData("ä", "Ä")]
    [InlineData("i", "İ")]
    [InlineData("i", "ı")]
    [InlineData("ss", "ß")]
    [InlineData("k", "\u212A")]
    [InlineData("s", "ſ")]
    [InlineData("é", "e\u0301")]
    public void Names_that_look_alike_are_different(string declared, string used)
    {
        var result = Read($"(define (problem p) (:domain d) (:objects {declared}) (:init) (:goal (p {used})))");

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.UnknownObject);
    }

    [Fact]
    public void Keywords_have_ascii_letters_only()
    {
        Assert.Empty(Reading.Domain("(DEFINE (DOMAIN D) (:REQUIREMENTS :STRIPS) (:PREDICATES (P)) (:ACTION A :PARAMETERS () :EFFECT (P)))"));
        Assert.Contains(Reading.Domain("(define (domain d) (:pred\u0131cates (p)))"), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static PddlReadResult<PddlTask> Read(string problem) => PddlReader.ReadTask(Domain, "domain.pddl", problem, "problem.pddl");
}
