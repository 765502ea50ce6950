namespace Prudence.Charts;

/// <summary>A chart of a value that stays as it is until it changes: what is best so far. Colours come from the page's style sheet.</summary>
public sealed record StepChart
{
    private const double Width = 720;
    private const double Height = 300;
    private const double Left = 64;
    private const double Right = 20;
    private const double Top = 16;
    private const double Bottom = 46;

    /// <summary>What the chart shows, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>What the values along the chart are.</summary>
    public required string XLabel { get; init; }

    /// <summary>What the values up the chart are.</summary>
    public required string YLabel { get; init; }

    /// <summary>The axis along the chart.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The axis up the chart.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>The changes, from left to right.</summary>
    public required IReadOnlyList<(double X, double Y)> Points { get; init; }

    /// <summary>Up to where the last value held.</summary>
    public required double End { get; init; }

    /// <summary>Whether each change gets a mark with its value.</summary>
    public bool HasMarks { get; init; }

    /// <summary>Writes the chart into a page.</summary>
    public void Write(Markup page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Open("svg", ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(Height)}"), ("class", "chart"), ("role", "img"), ("aria-label", Description));
        WriteXAxis(page);
        WriteYAxis(page);
        page.Void("path", ("class", "area"), ("d", $"{Path()} V {Markup.Number(Height - Bottom)} H {Markup.Number(PlaceX(Points[0].X))} Z"));
        page.Void("path", ("class", "series"), ("d", Path()));
        if (HasMarks)
        {
            WriteMarks(page);
        }

        page.Close();
    }

    private void WriteXAxis(Markup page)
    {
        foreach (var tick in X.Ticks)
        {
            var x = Markup.Number(PlaceX(tick));
            page.Void("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", Markup.Number(Top)), ("y2", Markup.Number(Height - Bottom)));
            page.Leaf("text", ChartAxis.Label(tick), ("x", x), ("y", Markup.Number(Height - Bottom + 18)), ("text-anchor", "middle"));
        }

        page.Leaf(
            "text", XLabel, ("class", "label"), ("x", Markup.Number((Left + Width - Right) / 2)), ("y", Markup.Number(Height - 6)), ("text-anchor", "middle"));
    }

    private void WriteYAxis(Markup page)
    {
        foreach (var tick in Y.Ticks)
        {
            var y = PlaceY(tick);
            page.Void(
                "line", ("class", "grid"), ("x1", Markup.Number(Left)), ("x2", Markup.Number(Width - Right)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)));
            page.Leaf("text", ChartAxis.Label(tick), ("x", Markup.Number(Left - 8)), ("y", Markup.Number(y + 4)), ("text-anchor", "end"));
        }

        var middle = Markup.Number((Top + Height - Bottom) / 2);
        page.Leaf("text", YLabel, ("class", "label"), ("transform", $"translate(14 {middle}) rotate(-90)"), ("text-anchor", "middle"));
    }

    private void WriteMarks(Markup page)
    {
        foreach (var (x, y) in Points)
        {
            page.Open("circle", ("class", "mark"), ("cx", Markup.Number(PlaceX(x))), ("cy", Markup.Number(PlaceY(y))), ("r", "4"));
            page.Leaf("title", $"{ChartAxis.Label(y)} at {ChartAxis.Label(Math.Round(x, 3))}");
            page.Close();
        }
    }

    private string Path()
    {
        var steps = Points.Skip(1).Select(point => $"H {Markup.Number(PlaceX(point.X))} V {Markup.Number(PlaceY(point.Y))}");
        return $"M {Markup.Number(PlaceX(Points[0].X))} {Markup.Number(PlaceY(Points[0].Y))} {string.Join(' ', steps)} H {Markup.Number(PlaceX(End))}";
    }

    private double PlaceX(double value) => Left + (X.Place(value) * (Width - Left - Right));

    private double PlaceY(double value) => Height - Bottom - (Y.Place(value) * (Height - Top - Bottom));
}
