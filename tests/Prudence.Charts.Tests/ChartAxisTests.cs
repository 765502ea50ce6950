using Prudence.Charts;

namespace Prudence.Charts.Tests;

public class ChartAxisTests
{
    [Theory]
    [InlineData(0, 100, true, new double[] { 0, 20, 40, 60, 80, 100 })]
    [InlineData(0, 7, true, new double[] { 0, 2, 4, 6, 8 })]
    [InlineData(0, 2, true, new double[] { 0, 1, 2 })]
    [InlineData(0, 0.6, false, new double[] { 0, 0.2, 0.4, 0.6 })]
    [InlineData(17, 23, true, new double[] { 16, 18, 20, 22, 24 })]
    [InlineData(5, 5, true, new double[] { 5, 6 })]
    public void Linear_ticks_are_round_and_enclose_the_values(double low, double high, bool isWhole, double[] ticks)
    {
        var axis = ChartAxis.Linear(low, high, isWhole);

        Assert.Equal(ticks, axis.Ticks);
        Assert.Equal(0, axis.Place(ticks[0]));
        Assert.Equal(1, axis.Place(ticks[^1]));
    }

    [Theory]
    [InlineData(1, 143_523, new double[] { 1, 10, 100, 1000, 10_000, 100_000 })]
    [InlineData(1, 300, new double[] { 1, 2, 5, 10, 20, 50, 100, 200 })]
    [InlineData(0.02, 30, new double[] { 0.01, 0.1, 1, 10 })]
    [InlineData(1, 1, new double[] { 1, 2 })]
    public void Logarithmic_ticks_are_powers_of_ten(double low, double high, double[] ticks)
    {
        var axis = ChartAxis.Logarithmic(low, high);

        Assert.Equal(ticks.Length, axis.Ticks.Count);
        Assert.All(ticks.Zip(axis.Ticks), static pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Equal(0, axis.Place(ticks[0]), 1e-9);
        Assert.InRange(axis.Place(high), 0, 1.0000001);
    }

    [Fact]
    public void Decades_are_equally_long()
    {
        var axis = ChartAxis.Logarithmic(1, 10_000);

        Assert.Equal(0.25, axis.Place(10), 1e-9);
        Assert.Equal(0.5, axis.Place(100), 1e-9);
        Assert.Equal(0, axis.Place(0));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.25, "0.25")]
    [InlineData(1500, "1500")]
    [InlineData(20_000, "20 k")]
    [InlineData(2_500_000, "2.5 M")]
    [InlineData(4e9, "4 G")]
    public void Labels_are_short(double value, string label) => Assert.Equal(label, ChartAxis.Label(value));

    [Fact]
    public void An_axis_between_two_values_ends_there()
    {
        var axis = ChartAxis.Between(-3, 24, static value => $"${value}");

        Assert.Equal([0, 10, 20], axis.Ticks);
        Assert.Equal(["$0", "$10", "$20"], axis.Labels);
        Assert.Equal((0, 1), (axis.Place(-3), axis.Place(24)));
    }

    [Theory]
    [InlineData(7.0, "Mon 2|Tue 3|Wed 4|Thu 5|Fri 6|Sat 7|Sun 8|Mon 9")]
    [InlineData(1.0, "00:00|03:00|06:00|09:00|12:00|15:00|18:00|21:00|00:00")]
    [InlineData(60.0, "2 Mar|10 Mar|18 Mar|26 Mar|3 Apr|11 Apr|19 Apr|27 Apr")]
    public void Time_has_ticks_at_round_times_of_the_day(double days, string labels)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var axis = ChartAxis.Time(new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(days), zone, 8);

        Assert.Equal(labels, string.Join('|', axis.Labels));
    }

    [Fact]
    public void Days_begin_at_midnight_also_where_clocks_are_changed()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var axis = ChartAxis.Time(new DateTimeOffset(2026, 3, 27, 23, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(3), zone, 8);

        Assert.Contains(47, axis.Ticks);
        Assert.DoesNotContain(48, axis.Ticks);
    }
}
