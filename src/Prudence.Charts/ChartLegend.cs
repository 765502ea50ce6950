namespace Prudence.Charts;

/// <summary>What the lines, bands and marks of some panels are, each said once, in as many lines as it takes.</summary>
internal sealed class ChartLegend
{
    private const double Sample = 22;
    private const double Gap = 12;
    private const double WidthOfCharacter = 6.2;

    private readonly List<(int Line, double X, string Name, string Kind, int Color)> entries = [];

    private ChartLegend()
    {
    }

    /// <summary>How many lines it takes.</summary>
    public int Lines => entries.Count == 0 ? 0 : entries[^1].Line + 1;

    public static ChartLegend Of(IReadOnlyList<ChartPanel> panels, double width)
    {
        var legend = new ChartLegend();
        var (line, x) = (0, 0.0);
        foreach (var (name, kind, color) in panels.SelectMany(Names).Distinct())
        {
            var taken = Sample + (name.Length * WidthOfCharacter) + Gap;
            if (x > 0 && x + taken > width + Gap)
            {
                (line, x) = (line + 1, 0);
            }

            legend.entries.Add((line, x, name, kind, color));
            x += taken;
        }

        return legend;
    }

    public void Write(Markup picture, double left, double top, double height)
    {
        foreach (var (line, x, name, kind, color) in entries)
        {
            var (start, middle) = (left + x, top + (line * height));
            switch (kind)
            {
                case "band":
                    picture.Void("rect", ("class", $"band fill{color}"), ("x", Markup.Number(start)), ("y", Markup.Number(middle - 5)), ("width", "16"), ("height", "10"));
                    break;
                case "mark":
                    picture.Void("path", ("class", $"mark stroke{color}"), ("d", $"M{Markup.Number(start + 4)} {Markup.Number(middle - 4)} v8 m4 -8 v8 m4 -8 v8"));
                    break;
                default:
                    picture.Void("path", ("class", $"line stroke{color}{kind}"), ("d", $"M{Markup.Number(start)} {Markup.Number(middle)} h16"));
                    break;
            }

            picture.Leaf("text", name, ("x", Markup.Number(start + Sample)), ("y", Markup.Number(middle + 4)));
        }
    }

    private static IEnumerable<(string Name, string Kind, int Color)> Names(ChartPanel panel)
    {
        foreach (var series in panel.Series)
        {
            yield return (series.Name, series.IsDashed ? " dashed" : "", series.Color);
            if (series.BandBelow.Count > 0)
            {
                yield return (series.BandName, "band", series.Color);
            }
        }

        foreach (var events in panel.Events.Where(static events => events.Places.Count > 0))
        {
            yield return (events.Name, "mark", events.Color);
        }
    }
}
