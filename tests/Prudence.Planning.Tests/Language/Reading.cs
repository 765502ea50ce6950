using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>Reads texts in which <c>§</c> marks the place where a diagnostic is expected.</summary>
internal static class Reading
{
    private const char Mark = '§';

    public static (string Text, SourcePosition? Marked) Unmark(string text, string file)
    {
        var offset = text.IndexOf(Mark, StringComparison.Ordinal);
        if (offset < 0)
        {
            return (text, null);
        }

        var before = text[..offset];
        var line = before.Count(c => c == '\n') + 1;
        var column = offset - before.LastIndexOf('\n');
        return (text.Remove(offset, 1), new SourcePosition(file, line, column));
    }

    public static ImmutableArray<Diagnostic> Domain(string text, bool strict = false) =>
        PddlReader.ReadDomain(text, "domain.pddl", new PddlReaderOptions { Strict = strict }).Diagnostics;

    public static ImmutableArray<Diagnostic> Problem(string text, string domain, bool strict = false) =>
        PddlReader.ReadProblem(text, "problem.pddl", GoodDomain(domain), new PddlReaderOptions { Strict = strict }).Diagnostics;

    public static PddlDomain GoodDomain(string text)
    {
        var result = PddlReader.ReadDomain(text, "domain.pddl");
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        return result.Value!;
    }

    public static PddlProblem GoodProblem(string text, PddlDomain domain)
    {
        var result = PddlReader.ReadProblem(text, "problem.pddl", domain);
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        return result.Value!;
    }

    /// <summary>A domain with the usual sections and one action with the given parts.</summary>
    public static string DomainWithAction(string parts) => $"""
        (define (domain rooms)
          (:requirements :adl :action-costs)
          (:types thing - object room ball - thing hall - room)
          (:constants lobby - hall)
          (:predicates (at ?b - ball ?r - room) (lit ?r - room) (done) (near ?x ?y))
          (:functions (total-cost) (length ?r - room) (base))
          (:action go
            {parts}))
        """;

    /// <summary>A domain whose only condition is the given one.</summary>
    public static string DomainWithCondition(string condition) =>
        DomainWithAction($":parameters (?b - ball ?r - room ?t - thing) :precondition {condition} :effect (done)");

    /// <summary>A domain whose only effect is the given one.</summary>
    public static string DomainWithEffect(string effect) =>
        DomainWithAction($":parameters (?b - ball ?r - room ?t - thing) :precondition (and) :effect {effect}");

    /// <summary>A problem of those domains.</summary>
    public static string ProblemWith(string init = "", string goal = "(done)", string objects = "ball1 ball2 - ball kitchen - room", string more = "") => $"""
        (define (problem tidy)
          (:domain rooms)
          (:objects {objects})
          (:init {init})
          (:goal {goal})
          {more})
        """;

    /// <summary>The domain that <see cref="ProblemWith"/> belongs to.</summary>
    public static string Rooms { get; } = DomainWithEffect("(done)");
}
