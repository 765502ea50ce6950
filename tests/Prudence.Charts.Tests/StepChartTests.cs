using System.Xml.Linq;
using Prudence.Charts;

namespace Prudence.Charts.Tests;

public class StepChartTests
{
    [Fact]
    public void A_value_holds_until_the_next_change_and_to_the_end()
    {
        var chart = Draw(hasMarks: true);
        var path = (string)chart.Elements().Single(static element => (string?)element.Attribute("class") == "series").Attribute("d")!;

        // From x = 0 at the left edge (64) and y = 10 at the top (16): right to 5, down to 4, right to 10, the right edge (700).
        Assert.Equal("M 64 16 H 382 V 158.8 H 700", path);
        Assert.Equal(2, chart.Elements().Count(static element => (string?)element.Attribute("class") == "mark"));
    }

    [Fact]
    public void It_tells_what_it_shows_to_those_who_cannot_see_it()
    {
        var chart = Draw(hasMarks: false);

        Assert.Equal("img", (string?)chart.Attribute("role"));
        Assert.Equal("falls & falls", (string?)chart.Attribute("aria-label"));
        Assert.DoesNotContain(chart.Elements(), static element => (string?)element.Attribute("class") == "mark");
    }

    private static XElement Draw(bool hasMarks)
    {
        using var page = new Markup();
        new StepChart
        {
            Description = "falls & falls",
            XLabel = "x",
            YLabel = "y",
            X = ChartAxis.Linear(0, 10, isWhole: true),
            Y = ChartAxis.Linear(0, 10, isWhole: true),
            Points = [(0, 10), (5, 4)],
            End = 10,
            HasMarks = hasMarks,
        }.Write(page);
        return XElement.Parse(page.ToString());
    }
}
