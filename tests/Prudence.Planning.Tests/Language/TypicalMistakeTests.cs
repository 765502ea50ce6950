using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

/// <summary>What a new user gets wrong: one message, at the place, with what to change.</summary>
public sealed class TypicalMistakeTests
{
    [Fact]
    public void A_misspelt_predicate()
    {
        var error = OnlyErrorInDomain("(clear ?y)\n", "(claer ?y)\n", SampleDomains.Blocks.Replace("(clear ?y))\n", "(clear ?y)\n)\n", StringComparison.Ordinal));
        Assert.Equal("unknown predicate `claer`", error.Message);
        Assert.Equal("did you mean `clear`?", error.Hint);
    }

    [Fact]
    public void A_misspelt_predicate_in_a_problem()
    {
        var error = OnlyErrorInProblem("(on-table a)", "(on-tabel a)");
        Assert.Equal("unknown predicate `on-tabel`", error.Message);
        Assert.Equal("did you mean `on-table`?", error.Hint);
        Assert.Equal(new SourcePosition("problem.pddl", 4, 11), error.Position);
    }

    [Fact]
    public void A_wrong_arity()
    {
        var error = OnlyErrorInProblem("(on b a)", "(on b)");
        Assert.Equal("`on` takes 2 arguments, 1 is given", error.Message);
        Assert.Equal("it is declared as `(on ?x - block ?y - block)`", error.Hint);
    }

    [Fact]
    public void An_unbalanced_parenthesis()
    {
        var error = OnlyErrorInProblem("(clear c) (hand-empty))", "(clear c) (hand-empty)");
        Assert.Equal("`(:init` is never closed", error.Message);
        Assert.Equal("a `)` is probably missing before `(:goal` in line 5, column 3", error.Hint);
    }

    [Fact]
    public void A_misspelt_object()
    {
        var error = OnlyErrorInProblem("a b c - block", "a b c block1 - block", ("(on-table c)", "(on-table blok1)"));
        Assert.Equal("unknown object `blok1`", error.Message);
        Assert.Equal("did you mean `block1`?", error.Hint);
    }

    [Fact]
    public void Files_that_are_swapped()
    {
        var result = PddlReader.ReadTask(SampleDomains.BlocksProblem, "problem.pddl", SampleDomains.Blocks, "domain.pddl");
        Assert.Null(result.Value);
        Assert.Equal([DiagnosticCodes.WrongKindOfFile, DiagnosticCodes.WrongKindOfFile], result.Diagnostics.Select(d => d.Code));
        Assert.All(result.Diagnostics, d => Assert.Contains("swapped", d.Hint, StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_in_both_files_are_told_together()
    {
        var result = PddlReader.ReadTask(
            SampleDomains.Blocks.Replace(":effect (and (holding ?x)", ":effect (and (holdng ?x)", StringComparison.Ordinal), "domain.pddl",
            SampleDomains.BlocksProblem.Replace("(clear b)", "(clear d)", StringComparison.Ordinal), "problem.pddl");
        Assert.Equal([("domain.pddl", DiagnosticCodes.UnknownPredicate), ("problem.pddl", DiagnosticCodes.UnknownObject)], result.Diagnostics.Select(d => (d.Position.File, d.Code)));
    }

    [Fact]
    public void A_predicate_that_is_not_declared_is_told_once_in_each_action()
    {
        var diagnostics = Reading.Domain(SampleDomains.Blocks.Replace(" (holding ?x - block)", "", StringComparison.Ordinal));
        Assert.Equal(4, diagnostics.Length);
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticCodes.UnknownPredicate, d.Code));
    }

    [Fact]
    public void Columns_count_characters_and_lines_end_in_any_way()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            var diagnostics = Reading.Domain($"\uFEFF; ü{end}(define (domain d){end}\t(:predicates (p)){end}\t(:action a :parameters () :effect (q)))");
            Assert.Equal(new SourcePosition("domain.pddl", 4, 37), Assert.Single(diagnostics).Position);
        }
    }

    [Fact]
    public void A_file_full_of_mistakes_gives_a_bounded_number_of_messages()
    {
        var atoms = string.Concat(Enumerable.Range(0, 5000).Select(i => $"(unknown{i} a)"));
        var diagnostics = Reading.Problem(SampleDomains.BlocksProblem.Replace("(on-table a)", atoms, StringComparison.Ordinal), SampleDomains.Blocks);
        Assert.Equal(101, diagnostics.Length);
        Assert.Equal(DiagnosticCodes.TooMany, diagnostics[^1].Code);
    }

    private static Diagnostic OnlyErrorInDomain(string old, string replacement, string domain)
    {
        Assert.Contains(old, domain, StringComparison.Ordinal);
        return Assert.Single(Reading.Domain(domain.Replace(old, replacement, StringComparison.Ordinal)));
    }

    private static Diagnostic OnlyErrorInProblem(string old, string replacement, (string Old, string Replacement)? more = null)
    {
        Assert.Contains(old, SampleDomains.BlocksProblem, StringComparison.Ordinal);
        var text = SampleDomains.BlocksProblem.ReplaceLineEndings("\n").Replace(old, replacement, StringComparison.Ordinal);
        text = more is { } second ? text.Replace(second.Old, second.Replacement, StringComparison.Ordinal) : text;
        return Assert.Single(Reading.Problem(text, SampleDomains.Blocks).DistinctBy(d => d.Code + d.Message));
    }
}
