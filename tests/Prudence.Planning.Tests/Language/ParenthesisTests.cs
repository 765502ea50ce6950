using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>Unbalanced parentheses give one error each, with the place of the parenthesis and of the likely slip.</summary>
public sealed class ParenthesisTests
{
    [Fact]
    public void An_unclosed_precondition_is_found_before_the_next_part()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p) (q))
              (:action a
                :parameters ()
                :precondition §(and (p) (q)
                :effect (p)))
            """);
        Assert.Equal("`(and` is never closed", error.Message);
        Assert.Contains("before `:effect` in line 6, column 5", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclosed_atom_is_found_where_it_holds_a_list()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p ?x) (q))
              (:action a
                :parameters (?x)
                :precondition (and §(p ?x (q))
                :effect (q)))
            """);
        Assert.Contains("before `(q)` in line 5, column 30", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclosed_action_is_found_before_the_next_action()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p) (q))
              §(:action a
                :parameters ()
                :effect (p)
              (:action b
                :parameters ()
                :effect (q)))
            """);
        Assert.Equal("`(:action` is never closed", error.Message);
        Assert.Contains("before `(:action` in line 6", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclosed_predicate_is_found()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates §(p ?x ?y (q))
              (:action a
                :parameters (?x ?y)
                :effect (p ?x ?y)))
            """);
        Assert.Contains("before `(q)` in line 2", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclosed_list_in_the_last_action_is_found()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p ?x) (q))
              (:action a
                :parameters (?x)
                :effect (and §(p ?x (q)))
            )
            """);
        Assert.Contains("before `(q)` in line 5", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_last_parenthesis_is_found()
    {
        var error = OnlyError("""
            §(define (domain d)
              (:predicates (p))
              (:action a :parameters () :effect (p))
            """);
        Assert.Equal("`(define` is never closed", error.Message);
        Assert.Contains("at the end of the file, line 3", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_closed_too_early_is_found()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p))
              (:action a :parameters () :effect (p))§)
              (:action b :parameters () :effect (p)))
            """);
        Assert.Contains("`(:action` follows in line 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_closed_too_early_is_found()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p))
              (:action a
                :parameters ()
                :precondition (and (p))§)
                :effect (p)))
            """);
        Assert.Contains("`:effect` follows in line 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_closed_too_early_is_found()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p)§) (q))
              (:action b :parameters () :effect (q)))
            """);
        Assert.Equal(DiagnosticCodes.SurplusParenthesis, error.Code);
    }

    [Fact]
    public void A_surplus_parenthesis_at_the_end_is_found()
    {
        var error = OnlyError("""
            (define (domain d)
              (:predicates (p)))
            §)
            """);
        Assert.Equal("this `)` closes nothing", error.Message);
    }

    [Fact]
    public void Mistakes_in_other_sections_are_still_told()
    {
        var diagnostics = Reading.Domain("""
            (define (domain d)
              (:predicates (p) (q))
              (:action a :parameters () :precondition (and (p) (q) :effect (p))
              (:action b :parameters () :effect (r)))
            """);
        Assert.Equal([DiagnosticCodes.UnclosedList, DiagnosticCodes.UnknownPredicate], diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Two_actions_with_a_mistake_each_give_two_errors()
    {
        var diagnostics = Reading.Domain("""
            (define (domain d)
              (:predicates (p) (q))
              (:action a :parameters () :precondition (and (p) (q) :effect (p))
              (:action b :parameters () :precondition (and (p) (q))) :effect (p)))
            """);
        Assert.Equal([DiagnosticCodes.UnclosedList, DiagnosticCodes.SurplusParenthesis], diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Unclosed_objects_do_not_make_their_uses_errors()
    {
        var diagnostics = Reading.Problem(
            "(define (problem p) (:domain rooms) (:objects b1 - ball r1 - room (:init (at b1 r1) (at b2 r2)) (:goal (done)))", Reading.Rooms);
        Assert.Equal(DiagnosticCodes.UnclosedList, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Deep_nesting_is_refused_without_a_crash()
    {
        var diagnostics = Reading.Domain(new string('(', 1_000_000));
        Assert.Equal(DiagnosticCodes.NestingTooDeep, Assert.Single(diagnostics).Code);
        var deep = string.Concat(Enumerable.Repeat("(not ", 400)) + "(done)" + new string(')', 400);
        Assert.Empty(Reading.Domain(Reading.DomainWithCondition(deep)));
    }

    private static Diagnostic OnlyError(string text)
    {
        var (unmarked, marked) = Reading.Unmark(text.ReplaceLineEndings("\n"), "domain.pddl");
        var error = Assert.Single(Reading.Domain(unmarked));
        Assert.Equal((DiagnosticSeverity.Error, marked), (error.Severity, error.Position));
        return error;
    }
}
