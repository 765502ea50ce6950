using Spectre.Console;

namespace Prudence.Cli.Output;

/// <summary>Text for a terminal with colours.</summary>
internal sealed class TerminalTextOutput(IAnsiConsole console) : TextOutput
{
    private bool isFirst = true;

    public static TerminalTextOutput Create(TextWriter writer) => new(AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = ColorSystemSupport.Standard,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    }));

    public override void Heading(string text)
    {
        if (!isFirst)
        {
            console.WriteLine();
        }

        isFirst = false;
        console.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
    }

    public override void Line(string text, Tone tone = Tone.Neutral)
    {
        isFirst = false;
        console.Write(new Text(text, StyleOf(tone)));
        console.WriteLine();
    }

    public override void Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        isFirst = false;
        var grid = new Grid().AddColumn(new GridColumn().PadLeft(2).PadRight(2).NoWrap()).AddColumn(new GridColumn());
        foreach (var (name, value) in pairs)
        {
            grid.AddRow(new Text(name, StyleOf(Tone.Quiet)), new Text(value));
        }

        console.Write(grid);
    }

    public override void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        isFirst = false;
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var header in headers)
        {
            var column = new TableColumn(new Text(header.TrimStart('#'), new Style(decoration: Decoration.Bold)));
            table.AddColumn(header.StartsWith('#') ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red),
        Tone.Quiet => new Style(Color.Grey),
        _ => Style.Plain,
    };
}
