using Prudence.Cli.Running;

namespace Prudence.Cli.Output;

/// <summary>The few shapes in which commands show results to people.</summary>
internal abstract class TextOutput
{
    /// <summary>Coloured on a terminal, plain everywhere else. Plain output does not load the terminal library, which would cost start-up time.</summary>
    public static TextOutput For(Terminal terminal) =>
        terminal.UsesColor ? TerminalTextOutput.Create(terminal.Out) : new PlainTextOutput(terminal.Out);

    /// <summary>A heading above what follows.</summary>
    public abstract void Heading(string text);

    /// <summary>A line of text.</summary>
    public abstract void Line(string text, Tone tone = Tone.Neutral);

    /// <summary>Names and values, one pair per line.</summary>
    public abstract void Pairs(IEnumerable<(string Name, string Value)> pairs);

    /// <summary>A table. Columns whose header begins with <c>#</c> are numbers and are aligned right; the mark is not shown.</summary>
    public abstract void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows);
}
