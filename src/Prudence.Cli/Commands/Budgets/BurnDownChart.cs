using System.Globalization;
using Prudence.Budgeting;
using Prudence.Charts;
using Prudence.Cli.Simulation;

namespace Prudence.Cli.Commands.Budgets;

/// <summary>A panel for each limit on money: what is left of it over time, what of that is held, and what would have been left had one checked first.</summary>
internal static class BurnDownChart
{
    private const int MostPanels = 12;
    private const int MostTicks = 8;
    private const int LeftColor = 0;
    private const int RefusedColor = 1;
    private const int CheckedColor = 3;

    public static PanelChart Create(string name, Workload workload, SimulationResult held, SimulationResult checkedFirst)
    {
        var panels = held.Limits.Zip(checkedFirst.Limits).Where(static pair => pair.First.Limit.Resource == Resource.Money).Take(MostPanels)
            .Select(pair => Panel(workload, pair.First, pair.Second)).ToList();
        return new PanelChart
        {
            Title = $"What is left, {name}",
            Description = Describe(held),
            X = ChartAxis.Time(workload.Start, workload.Length, workload.TimeZone, MostTicks),
            Panels = panels,
        };
    }

    private static ChartPanel Panel(Workload workload, LimitTrack track, LimitTrack naive)
    {
        // Coordinates of a picture: nothing is counted with them.
        var least = Dollars(Math.Min(0, Math.Min(naive.Limit.Amount - naive.MostSpent, track.Limit.Amount - track.MostUsed)));
        return new ChartPanel
        {
            Title = $"{track.Scope}: {track.Limit}",
            Y = ChartAxis.Between(least * 1.15, Dollars(track.Limit.Amount), Label),
            Series =
            [
                new ChartSeries("checked first instead", Points(naive, static sample => sample.Spent)) { Color = CheckedColor, IsDashed = true },
                new ChartSeries("left", Points(track, static sample => sample.Spent))
                {
                    Color = LeftColor,
                    BandBelow = Points(track, static sample => sample.Spent + sample.Held),
                    BandName = "held",
                },
            ],
            Thresholds = [.. track.Notify.Select(percent => new ChartThreshold(Dollars(track.Limit.Amount) * (100 - percent) / 100, $"{percent} % spent"))],
            Events = [new ChartEvents("refused", [.. track.Refusals.Select(Hours)]) { Color = RefusedColor }],
        };

        List<ChartPoint> Points(LimitTrack of, Func<LimitSample, long> used)
        {
            var points = of.Samples.Select(sample => new ChartPoint(Hours(sample.Time), Dollars(of.Limit.Amount - used(sample)))).ToList();
            points.Add(points[^1] with { X = workload.Length.TotalHours });
            return points;
        }

        double Hours(DateTimeOffset time) => (time - workload.Start).TotalHours;
    }

    private static string Describe(SimulationResult held) => string.Join(' ', held.Limits.Where(static track => track.Limit.Resource == Resource.Money).Take(MostPanels).Select(static track =>
        $"{track.Scope}, limited to {track.Limit}: at most {new Money(track.MostSpent)} spent, {AmountFormat.Count(track.Refusals.Count)} calls refused."));

    private static string Label(double dollars) => $"{(dollars < 0 ? "-" : "")}${Math.Abs(dollars).ToString("#,0.######", CultureInfo.InvariantCulture)}";

    private static double Dollars(long nanoDollars) => nanoDollars / (double)Money.NanoDollarsPerDollar;
}
