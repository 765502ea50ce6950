using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

public sealed class DiagnosticRendererTests
{
    [Fact]
    public void A_message_shows_the_line_and_marks_the_name()
    {
        const string text = "(define (domain d)\r\n\t(:predicates (on-table ?x))\r\n\t(:action a :parameters (?x) :effect (on-tabel ?x)))";
        var diagnostic = Assert.Single(Reading.Domain(text));
        Assert.Equal(
            """
            domain.pddl:3:39: error: unknown predicate `on-tabel` [unknown-predicate]
              3 |  (:action a :parameters (?x) :effect (on-tabel ?x)))
                |                                       ^~~~~~~~
              hint: did you mean `on-table`?
            """.ReplaceLineEndings("\n"),
            DiagnosticRenderer.Render(diagnostic, text));
    }

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var text = $"(define (domain d) (:predicates (p)) {new string(' ', 500)}(:action a :parameters () :effect (q)) {new string(' ', 500)})";
        var lines = DiagnosticRenderer.Render(Assert.Single(Reading.Domain(text)), text).Split('\n');
        Assert.StartsWith("  1 | ...", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("...", lines[1], StringComparison.Ordinal);
        Assert.Equal('q', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Without_the_text_the_message_stands_alone()
    {
        var diagnostic = new Diagnostic(DiagnosticSeverity.Information, "code", new SourcePosition("f", 7, 1), "Message.");
        Assert.Equal("f:7:1: note: Message. [code]", DiagnosticRenderer.Render(diagnostic, null));
        Assert.Equal("f:7:1: note: Message. [code]", DiagnosticRenderer.Render(diagnostic, "one line"));
    }

    [Fact]
    public void The_end_of_a_file_can_be_marked()
    {
        var diagnostic = new Diagnostic(DiagnosticSeverity.Warning, "code", new SourcePosition("f", 2, 3), "Message.");
        Assert.Equal("f:2:3: warning: Message. [code]\n  2 | ab\n    |   ^", DiagnosticRenderer.Render(diagnostic, "x\nab"));
    }

    [Theory]
    [InlineData("a\nb\r\nc\rd", 4, "d")]
    [InlineData("a\n", 2, "")]
    [InlineData("a\n", 3, null)]
    [InlineData("", 1, "")]
    [InlineData("\uFEFFa", 1, "a")]
    public void Lines_are_found_as_the_reader_counts_them(string text, int line, string? expected) => Assert.Equal(expected, DiagnosticRenderer.FindLine(text, line));
}
