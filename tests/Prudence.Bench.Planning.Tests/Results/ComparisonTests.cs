using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Tests.Results;

public sealed class ComparisonTests
{
    [Fact]
    public void Only_tasks_of_both_count_and_only_valid_plans()
    {
        var comparison = new Comparison(
            [Rows.Make("s", "1"), Rows.Make("s", "2") with { Validated = false }, Rows.Make("t", "3"), Rows.Make("t", "alone")],
            [Rows.Make("s", "1", RunStatus.Time), Rows.Make("s", "2"), Rows.Make("t", "3"), Rows.Make("t", "other")]);

        Assert.Equal((3, 2, 2), (comparison.Count, comparison.FirstSolved, comparison.SecondSolved));
        Assert.Equal(["s/1"], comparison.OnlyFirst);
        Assert.Equal(["s/2"], comparison.OnlySecond);
        Assert.Equal([("s", 2, 1, 1), ("t", 1, 1, 1)], comparison.BySuite);
    }

    [Fact]
    public void A_proof_that_there_is_no_plan_is_not_a_plan() =>
        Assert.Equal(0, new Comparison([Rows.Make("s", "1", RunStatus.Unsolvable)], [Rows.Make("s", "1")]).FirstSolved);

    [Fact]
    public void Ratios_above_one_favour_the_first()
    {
        var first = Rows.Make("s", "1") with { WallSeconds = 0.5, Cost = 10, Expanded = 200, Evaluated = 400, SearchSeconds = 1, States = 100, SearchPeakBytes = 1000 };
        var second = first with { WallSeconds = 2, Cost = 20, Expanded = 100, Evaluated = 100, SearchPeakBytes = 3000 };
        var comparison = new Comparison([first], [second]);

        Assert.Equal(4, comparison.WallTime!.Mean, 10);
        Assert.Equal(2, comparison.PlanCost!.Mean, 10);
        Assert.Equal(2, comparison.ExpansionRate(0.1)!.Mean, 10);
        Assert.Equal(4, comparison.EvaluationRate(0.1)!.Mean, 10);
        Assert.Equal(3, comparison.StatesPerByte(100)!.Mean, 10);
        Assert.Equal((0.5, 2.0), comparison.MedianWallSeconds);
    }

    [Fact]
    public void Rates_of_short_searches_do_not_count()
    {
        var row = Rows.Make("s", "1") with { Expanded = 200, Evaluated = 400, SearchSeconds = 0.05, States = 99, SearchPeakBytes = 1000 };
        var comparison = new Comparison([row], [row]);

        Assert.Null(comparison.ExpansionRate(0.1));
        Assert.Null(comparison.EvaluationRate(0.1));
        Assert.Null(comparison.StatesPerByte(100));
    }
}
