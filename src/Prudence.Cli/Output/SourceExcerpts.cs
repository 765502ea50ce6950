using Prudence.Planning.Language;

namespace Prudence.Cli.Output;

/// <summary>Shows the line a diagnostic is about, with a mark under the place.</summary>
internal sealed class SourceExcerpts
{
    private const int Width = 100;

    private readonly Dictionary<string, string[]> files = [];

    public void Write(TextWriter writer, SourcePosition position)
    {
        var lines = LinesOf(position.File);
        if (position.Line < 1 || position.Line > lines.Length || position.Column < 1)
        {
            return;
        }

        var line = lines[position.Line - 1].Replace('\t', ' ');
        var column = Math.Min(position.Column - 1, line.Length);

        // Of a very long line only the part around the place is shown.
        var start = Math.Max(0, Math.Min(column - (Width / 2), line.Length - Width));
        var part = line.Substring(start, Math.Min(Width, line.Length - start));
        writer.WriteLine($"    {part.TrimEnd()}");
        writer.WriteLine($"    {new string(' ', column - start)}^");
    }

    private string[] LinesOf(string file)
    {
        if (!files.TryGetValue(file, out var lines))
        {
            lines = File.Exists(file) ? File.ReadAllLines(file) : [];
            files.Add(file, lines);
        }

        return lines;
    }
}
