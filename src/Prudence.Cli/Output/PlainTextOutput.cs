namespace Prudence.Cli.Output;

/// <summary>Text for pipes, files and terminals without colours.</summary>
internal sealed class PlainTextOutput(TextWriter writer) : TextOutput
{
    private const string Blank = "                                                                ";

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
            Line($"  {name}{Blanks(width - name.Length)}  {value}");
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
                var padding = Blanks(widths[column] - line[column].Length);
                cells[column] = isNumber ? padding + line[column] : line[column] + padding;
            }

            Line($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }

    // Strings that fill themselves do it by vector code that is compiled when first used.
    private static string Blanks(int count) => count <= Blank.Length ? Blank[..count] : new string(' ', count);
}
