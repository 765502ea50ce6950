using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Tests.Results;

public sealed class RatioSummaryTests
{
    [Fact]
    public void The_mean_is_geometric_and_the_interval_symmetric_around_it()
    {
        var summary = RatioSummary.Of([("a", 0.5), ("a", 2), ("b", 8)]);

        Assert.NotNull(summary);
        Assert.Equal(2, summary.Mean, 10);
        Assert.Equal(summary.Mean / summary.Low, summary.High / summary.Mean, 10);
        Assert.Equal(Math.Exp(1.96 * Math.Log(4) / Math.Sqrt(3)), summary.High / summary.Mean, 10);
        Assert.Equal((3, 2), (summary.Count, summary.Suites));
        Assert.Equal(0.5, summary.Smallest, 10);
        Assert.Equal(8, summary.Largest, 10);
    }

    [Fact]
    public void What_is_no_ratio_is_left_out()
    {
        var summary = RatioSummary.Of([("a", 3), ("a", 0), ("a", double.NaN), ("a", double.PositiveInfinity)]);

        Assert.Equal(1, summary?.Count);
        Assert.Equal(3, summary!.Mean, 10);
    }

    [Fact]
    public void Without_ratios_there_is_nothing_to_say() => Assert.Null(RatioSummary.Of([]));
}
