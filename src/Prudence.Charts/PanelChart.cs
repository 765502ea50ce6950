namespace Prudence.Charts;

/// <summary>
/// Charts above each other on one axis, as a picture that stands alone: it has a title and a description for those who cannot see it, follows the
/// reader's choice of light or dark, and can be read 400 pixels wide.
/// </summary>
public sealed record PanelChart
{
    private const double Width = 480;
    private const double Left = 62;
    private const double Right = 14;
    private const double TopOfLegend = 42;
    private const double LegendLine = 18;
    private const double TitleHeight = 24;
    private const double PlotHeight = 132;
    private const double MarksHeight = 12;
    private const double AxisHeight = 20;

    /// <summary>What the chart is about.</summary>
    public required string Title { get; init; }

    /// <summary>What the chart shows, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The axis along all panels.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The panels, from the top.</summary>
    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>The picture as the text of an SVG file.</summary>
    public string ToSvg()
    {
        using var picture = new Markup();
        Write(picture);
        return picture.ToString() + "\n";
    }

    /// <summary>Writes the picture into a page.</summary>
    public void Write(Markup picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var legend = ChartLegend.Of(Panels, Width - Left - Right);
        var top = TopOfLegend + (legend.Lines * LegendLine);
        var height = top + (Panels.Count * (TitleHeight + PlotHeight + MarksHeight + AxisHeight)) + 4;
        picture.OpenPicture(
            ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(height)}"),
            ("class", "panels"),
            ("role", "img"),
            ("aria-labelledby", "chart-title chart-description"));
        picture.Leaf("title", Title, ("id", "chart-title"));
        picture.Leaf("desc", Description, ("id", "chart-description"));
        picture.Open("style");
        picture.Raw(ChartPalette.Sheet);
        picture.Close();
        picture.Void("rect", ("class", "page"), ("width", Markup.Number(Width)), ("height", Markup.Number(height)));
        picture.Leaf("text", Title, ("class", "title"), ("x", "12"), ("y", "24"));
        legend.Write(picture, 12, TopOfLegend, LegendLine);
        foreach (var panel in Panels)
        {
            WritePanel(picture, panel, top);
            top += TitleHeight + PlotHeight + MarksHeight + AxisHeight;
        }

        picture.Close();
    }

    private void WritePanel(Markup picture, ChartPanel panel, double top)
    {
        picture.Leaf("text", panel.Title, ("class", "name"), ("x", "12"), ("y", Markup.Number(top + 15)));
        var bottom = top + TitleHeight + PlotHeight;
        WriteGrid(picture, panel, bottom);
        foreach (var series in panel.Series)
        {
            WriteSeries(picture, panel, series, bottom);
        }

        foreach (var threshold in panel.Thresholds)
        {
            WriteThreshold(picture, threshold, PlaceY(panel, bottom, threshold.Value));
        }

        foreach (var events in panel.Events)
        {
            WriteEvents(picture, events, bottom);
        }
    }

    private static void WriteThreshold(Markup picture, ChartThreshold threshold, double y)
    {
        picture.Void(
            "line", ("class", "threshold"), ("x1", Markup.Number(Left)), ("x2", Markup.Number(Width - Right)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)));
        picture.Leaf(
            "text", threshold.Label, ("class", "quiet halo"), ("x", Markup.Number(Width - Right - 2)), ("y", Markup.Number(y - 3)), ("text-anchor", "end"), ("font-size", "11"));
    }

    private void WriteGrid(Markup picture, ChartPanel panel, double bottom)
    {
        for (var i = 0; i < X.Ticks.Count; i++)
        {
            var x = PlaceX(X.Ticks[i]);
            picture.Void(
                "line", ("class", "grid"), ("x1", Markup.Number(x)), ("x2", Markup.Number(x)), ("y1", Markup.Number(bottom - PlotHeight)), ("y2", Markup.Number(bottom)));
            picture.Leaf(
                "text", X.Labels[i], ("class", "quiet"), ("x", Markup.Number(x)), ("y", Markup.Number(bottom + MarksHeight + 12)), ("text-anchor", x > Width - (2 * Right) ? "end" : "middle"));
        }

        for (var i = 0; i < panel.Y.Ticks.Count; i++)
        {
            var y = PlaceY(panel, bottom, panel.Y.Ticks[i]);
            picture.Void(
                "line",
                ("class", panel.Y.Ticks[i] == 0 ? "grid zero" : "grid"),
                ("x1", Markup.Number(Left)),
                ("x2", Markup.Number(Width - Right)),
                ("y1", Markup.Number(y)),
                ("y2", Markup.Number(y)));
            picture.Leaf("text", panel.Y.Labels[i], ("class", "quiet"), ("x", Markup.Number(Left - 6)), ("y", Markup.Number(y + 4)), ("text-anchor", "end"));
        }
    }

    private void WriteSeries(Markup picture, ChartPanel panel, ChartSeries series, double bottom)
    {
        var line = Corners(series.Points);
        if (series.BandBelow.Count > 0)
        {
            var edge = Corners(series.BandBelow);
            edge.Reverse();
            picture.Void("path", ("class", $"band fill{series.Color}"), ("d", StepPath.Data([.. line, .. edge]) + " Z"));
        }

        picture.Void("path", ("class", $"line stroke{series.Color}{(series.IsDashed ? " dashed" : "")}"), ("d", StepPath.Data(line)));

        List<ChartPoint> Corners(IReadOnlyList<ChartPoint> points) =>
            StepPath.Corners(points.Select(point => new ChartPoint(PlaceX(point.X), PlaceY(panel, bottom, point.Y))), series.IsStep);
    }

    // Marks that fall on the same pixel are one.
    private void WriteEvents(Markup picture, ChartEvents events, double bottom)
    {
        var places = events.Places.Select(place => Math.Round(PlaceX(place))).Distinct().Order().ToList();
        if (places.Count > 0)
        {
            var data = string.Join(' ', places.Select(x => $"M{Markup.Number(x)} {Markup.Number(bottom + 3)} V{Markup.Number(bottom + MarksHeight - 1)}"));
            picture.Void("path", ("class", $"mark stroke{events.Color}"), ("d", data));
        }
    }

    private double PlaceX(double value) => Left + (X.Place(value) * (Width - Left - Right));

    private static double PlaceY(ChartPanel panel, double bottom, double value) => bottom - (panel.Y.Place(value) * PlotHeight);
}
