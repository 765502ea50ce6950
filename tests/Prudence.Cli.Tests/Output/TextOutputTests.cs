using Prudence.Cli.Output;

namespace Prudence.Cli.Tests.Output;

public class TextOutputTests
{
    [Fact]
    public void Plain_tables_are_aligned_and_end_without_blanks()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new PlainTextOutput(writer).Table(["#step", "action", "#cost"], [["1", "(drive a b)", "10"], ["12", "(load p)", "2"]]);

        Assert.Equal("  step  action       cost\n     1  (drive a b)    10\n    12  (load p)        2\n", writer.ToString());
    }

    [Fact]
    public void Plain_headings_stand_apart()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var output = new PlainTextOutput(writer);
        output.Heading("plan");
        output.Pairs([("cost", "42"), ("steps", "13")]);
        output.Heading("receipt");

        Assert.Equal("plan\n  cost   42\n  steps  13\n\nreceipt\n", writer.ToString());
    }

    [Fact]
    public void The_terminal_shows_square_brackets_as_they_are()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var output = TerminalTextOutput.Create(writer);
        output.Heading("[plan]");
        output.Line("all [red]is[/] well", Tone.Good);
        output.Table(["#n", "action"], [["1", "(move [a])"]]);
        output.Pairs([("[k]", "[v]")]);
        var text = writer.ToString();

        Assert.Contains("[plan]", text, StringComparison.Ordinal);
        Assert.Contains("all [red]is[/] well", text, StringComparison.Ordinal);
        Assert.Contains("(move [a])", text, StringComparison.Ordinal);
        Assert.Contains("  [v]", text, StringComparison.Ordinal);
        Assert.Contains("\u001b[", text, StringComparison.Ordinal);
    }
}
