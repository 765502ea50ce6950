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
}
