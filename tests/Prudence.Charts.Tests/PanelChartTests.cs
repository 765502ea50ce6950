using System.Globalization;
using System.Xml.Linq;

namespace Prudence.Charts.Tests;

public sealed class PanelChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_picture_stands_alone_and_tells_what_it_shows()
    {
        var picture = Draw(Panel(new ChartSeries("left", [new(0, 10), new(5, 4), new(10, 4)])));

        Assert.Equal(Svg + "svg", picture.Name);
        Assert.Equal("img", (string?)picture.Attribute("role"));
        Assert.Equal("a <b> & c", (string?)picture.Element(Svg + "title"));
        Assert.Equal("falls & \"falls\"", (string?)picture.Element(Svg + "desc"));
        Assert.Equal("chart-title chart-description", (string?)picture.Attribute("aria-labelledby"));
        Assert.Contains("prefers-color-scheme: dark", (string?)picture.Element(Svg + "style"), StringComparison.Ordinal);
        Assert.DoesNotContain("http", picture.ToString().Replace(Svg.NamespaceName, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_goes_right_before_it_goes_down_and_a_slope_goes_straight()
    {
        var points = new ChartPoint[] { new(0, 10), new(5, 5), new(10, 0) };

        // The panel is from x = 62 to 466 and from y = 84 to 216: a title of 24 below 42 and one line of legend.
        Assert.Equal("M62 84H264V150H466V216", Line(Draw(Panel(new ChartSeries("s", points)))));
        Assert.Equal("M62 84L264 150L466 216", Line(Draw(Panel(new ChartSeries("s", points) { IsStep = false }))));
    }

    [Fact]
    public void A_million_values_make_a_few_corners_for_each_pixel_and_keep_the_least_and_the_greatest()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 1_000_000).Select(i => new ChartPoint(i / 100_000.0, i == 654_321 ? 0 : i == 123_456 ? 10 : 4 + (2 * random.NextDouble()))).ToList();

        var line = Line(Draw(Panel(new ChartSeries("s", points))));

        Assert.InRange(line.Length, 1_000, 40_000);
        Assert.Contains("V84", line, StringComparison.Ordinal);
        Assert.Contains("V216", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_legend_names_each_thing_once()
    {
        var panel = Panel(new ChartSeries("left", [new(0, 1)]) { BandBelow = [new(0, 0)], BandName = "held" }) with
        {
            Events = [new ChartEvents("refused", [3, 3.0001, 7]), new ChartEvents("nothing of this", [])],
            Thresholds = [new ChartThreshold(5, "half")],
        };

        var picture = Draw(panel, panel);

        var texts = picture.Elements(Svg + "text").Select(static text => text.Value).ToList();
        Assert.All(new[] { "left", "held", "refused" }, name => Assert.Single(texts, name));
        Assert.DoesNotContain("nothing of this", texts);
        Assert.Equal(2, texts.Count(static text => text == "half"));
        var marks = picture.Elements(Svg + "path").Where(static path => ((string)path.Attribute("class")!).StartsWith("mark", StringComparison.Ordinal)).Skip(1);
        Assert.All(marks, static path => Assert.Equal(2, ((string)path.Attribute("d")!).Split('M').Length - 1));
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_the_picture()
    {
        var picture = Draw(Panel(new ChartSeries("left", [new(0, 10), new(10, 0)])), Panel(new ChartSeries("left", [new(0, 10)])));
        var size = ((string)picture.Attribute("viewBox")!).Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();

        Assert.All(picture.Elements(Svg + "text"), text =>
        {
            Assert.InRange((double)text.Attribute("x")!, 0, size[2]);
            Assert.InRange((double)text.Attribute("y")!, 0, size[3]);
        });
    }

    [Fact]
    public void Colours_can_be_told_from_the_ground_in_light_and_dark()
    {
        var sheet = (string)Draw(Panel(new ChartSeries("s", [new(0, 1)]))).Element(Svg + "style")!;
        var parts = sheet.Split("@media");

        foreach (var (part, ground) in new[] { (parts[0], "#ffffff"), (parts[1], "#12161c") })
        {
            for (var color = 0; color < ChartPalette.Colors; color++)
            {
                var start = part.IndexOf($".stroke{color} {{ stroke: ", StringComparison.Ordinal) + $".stroke{color} {{ stroke: ".Length;
                Assert.True(Contrast(part.Substring(start, 7), ground) >= 3, $"{part.Substring(start, 7)} on {ground}");
            }
        }
    }

    private static ChartPanel Panel(ChartSeries series) => new() { Title = "panel", Y = ChartAxis.Between(0, 10), Series = [series] };

    private static XElement Draw(params ChartPanel[] panels) => XElement.Parse(new PanelChart
    {
        Title = "a <b> & c",
        Description = "falls & \"falls\"",
        X = ChartAxis.Between(0, 10),
        Panels = panels,
    }.ToSvg());

    private static string Line(XElement picture) =>
        (string)picture.Elements(Svg + "path").Single(static path => ((string)path.Attribute("class")!).StartsWith("line", StringComparison.Ordinal) && !((string)path.Attribute("d")!).Contains("h16", StringComparison.Ordinal)).Attribute("d")!;

    // As the Web Content Accessibility Guidelines define it.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        double Part(int index)
        {
            var value = Convert.ToInt32(color.Substring(index, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
