namespace Prudence.Cli.Output;

/// <summary>Text for pipes, files and terminals without colours.</summary>
internal sealed class PlainTextOutput(TextWriter writer) : TextOutput
{
    private bool isFirst = true;

    public override void Heading(string text)
    {
        if (!isFirst)
        {
            writer.WriteLine();
        }

        isFirst = false;
        writer.WriteLine(text);
    }

    public override void Line(string text, Tone tone = Tone.Neutral)
    {
        isFirst = false;
        writer.WriteLine(text);
    }

    public override void Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var all = pairs.ToList();
        var width = 0;
        foreach (var (name, _) in all)
        {
            width = Math.Max(width, name.Length);
        }

        foreach (var (name, value) in all)
        {
            Line($"  {name.PadRight(width)}  {value}");
        }
    }

    public override void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> lines = [headers.Select(static header => header.TrimStart('#')).ToList(), .. rows];
        var widths = new int[headers.Count];
        foreach (var line in lines)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], line[column].Length);
            }
        }

        var cells = new string[widths.Length];
        foreach (var line in lines)
        {
            for (var column = 0; column < cells.Length; column++)
            {
                var isNumber = headers[column].StartsWith('#');
                cells[column] = isNumber ? line[column].PadLeft(widths[column]) : line[column].PadRight(widths[column]);
            }

            Line($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }
}
