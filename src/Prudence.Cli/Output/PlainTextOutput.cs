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
        var width = all.Count == 0 ? 0 : all.Max(static pair => pair.Name.Length);
        foreach (var (name, value) in all)
        {
            Line($"  {name.PadRight(width)}  {value}");
        }
    }

    public override void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var isNumber = headers.Select(static header => header.StartsWith('#')).ToArray();
        List<IReadOnlyList<string>> lines = [headers.Select(static header => header.TrimStart('#')).ToList(), .. rows];
        var widths = headers.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => isNumber[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            Line($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }
}
