using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Simulation;

namespace Prudence.Cli.Tests.Simulation;

public sealed class SimulatorTests
{
    [Fact]
    public void Spent_and_held_never_exceed_a_limit_where_nothing_costs_more_than_its_worst_case()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var workload = Workload($$"""
                length: 3d
                seed: {{seed}}
                scopes:
                  - scope: a
                    limits: [{amount: ${{random.Next(1, 20)}}}, {amount: ${{random.Next(1, 9)}}, per: day}]
                  - scope: a/b
                    limits: [{amount: ${{random.Next(1, 5)}}, per: rolling {{random.Next(1, 30)}}h}]
                  - scope: a/c
                streams:
                  - {name: s, scope: a/b, per-hour: {{random.Next(1, 40)}}, concurrency: {{random.Next(1, 20)}}, cost: $0.01-$0.40, latency: 1s-{{random.Next(1, 9)}}h, failures: 10%, retries: 2}
                  - {name: t, scope: a/c, every: {{random.Next(5, 90)}}min, concurrency: {{random.Next(1, 20)}}, cost: $0.05-$0.10, worst-case: $0.50, latency: 2h}
                """);

            var held = Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None);

            Assert.All(held.Limits, static limit => Assert.InRange(limit.MostUsed, 0, limit.Limit.Amount));
            Assert.All(held.Receipts, static receipt => Assert.Equal(0, receipt.Overruns));
            Assert.Equal(held.Receipts[0].Total, held.Receipts[1].Total + held.Receipts[2].Total);
        }
    }

    [Fact]
    public void Calls_that_run_at_once_overspend_where_one_checks_first()
    {
        var workload = Workload("""
            length: 1h
            scopes:
              - scope: a
                limits: [{amount: $1}]
            streams:
              - {name: s, scope: a, every: 1s, concurrency: 50, cost: $0.10, latency: 1min}
            """);

        var held = Assert.Single(Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None).Limits);
        var naive = Assert.Single(Simulator.Run(workload, static tree => new CheckFirstGate(tree), CancellationToken.None).Limits);

        // Ten calls fit. Checked first, fifty have begun before the first is recorded, and nine more before the tenth is.
        Assert.Equal((Dollars(1), 0), (held.MostSpent, held.Overspent));
        Assert.Equal((59 * Dollars(1) / 10, 49 * Dollars(1) / 10), (naive.MostSpent, naive.Overspent));
    }

    [Fact]
    public void The_same_seed_gives_the_same_week_and_another_one_another()
    {
        var workload = WorkloadReader.Read("week.yaml", ExampleWorkload.Read(), PriceBook.Default);

        var first = Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None);
        var second = Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None);
        var other = Simulator.Run(workload with { Seed = 2 }, static tree => new ReservingGate(tree), CancellationToken.None);

        Assert.Equal(first.Limits.Select(static limit => (limit.MostSpent, limit.Refusals.Count)), second.Limits.Select(static limit => (limit.MostSpent, limit.Refusals.Count)));
        Assert.NotEqual(first.Limits[0].MostSpent, other.Limits[0].MostSpent);
    }

    [Fact]
    public void Calls_wait_fail_and_are_tried_again()
    {
        var workload = Workload("""
            length: 10h
            scopes: [{scope: a}]
            streams:
              - {name: slow, scope: a, every: 1h, latency: 2h, cost: $1}
              - {name: broken, scope: a, every: 1h, latency: 1s, cost: $1, failures: 100%, retries: 2}
            """);

        var result = Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None);

        // One at a time: begun at 1, 3, 5, 7 and 9 o'clock, four of them ended; of those that came at 1 to 9 o'clock, four wait.
        var (slow, broken) = (result.Streams[0], result.Streams[1]);
        Assert.Equal((9, 5, 4), (slow.Calls, slow.Admitted, slow.Waiting));
        Assert.Equal((9, 27, 27, 18, 0), (broken.Calls, broken.Admitted, broken.Failed, broken.Retried, broken.Refused));
        Assert.Equal(Dollars(4), result.Receipts[0].Total[Resource.Money]);
        Assert.Equal(Dollars(1), result.Receipts[0].Held[Resource.Money]);
    }

    [Fact]
    public void An_overrun_is_charged_in_full_and_counted()
    {
        var workload = Workload("""
            length: 2h
            scopes: [{scope: a}]
            streams: [{name: s, scope: a, every: 50min, cost: $1, overruns: 100%}]
            """);

        var receipt = Assert.Single(Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None).Receipts);

        Assert.Equal((Dollars(4), 2), (receipt.Total[Resource.Money], receipt.Overruns));
    }

    [Fact]
    public void Windows_open_by_the_calendar_and_thresholds_are_noted()
    {
        var workload = Workload("""
            start: 2026-03-28
            length: 3d
            time-zone: Europe/Berlin
            scopes:
              - scope: a
                limits: [{amount: $2, per: day Europe/Berlin, notify: [50]}]
            streams:
              - {name: s, scope: a, every: 1h, cost: $1}
            """);

        var limit = Assert.Single(Simulator.Run(workload, static tree => new ReservingGate(tree), CancellationToken.None).Limits);

        // 29 March 2026 has 23 hours in Berlin: 71 calls at most, of which two are admitted a day, and the last hour of the run is past its midnight.
        Assert.Equal(Dollars(2), limit.MostSpent);
        Assert.Equal(new DateTimeOffset(2026, 3, 28, 2, 0, 0, TimeSpan.Zero), limit.RanOutAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 28, 0, 0, 2, TimeSpan.Zero), limit.Crossings[50]);
    }

    [Fact]
    public void Tokens_are_priced_by_the_table_and_never_cost_more_than_the_worst_case()
    {
        var workload = Workload("""
            scopes: [{scope: a}]
            streams:
              - {name: s, scope: a, per-hour: 1, model: gpt-4o, provider: openai, input-tokens: 10-900000, output-tokens: {median: 300, p95: 9000}, max-output-tokens: 2000}
            """);
        var random = new Random(3);

        for (var i = 0; i < 2000; i++)
        {
            var (worst, actual) = workload.Streams[0].Price.Draw(random);
            Assert.InRange(actual[Resource.Money], 1, worst[Resource.Money]);
            Assert.InRange(actual[Resource.OutputTokens], 0, 2000);
        }
    }

    [Fact]
    public void Log_normal_numbers_have_their_median_and_percentile()
    {
        var (random, spread) = (new Random(5), new Distribution(200, 900, IsLogNormal: true));

        var drawn = Enumerable.Range(0, 20_001).Select(_ => spread.Draw(random)).Order().ToList();

        Assert.InRange(drawn[10_000], 190, 210);
        Assert.InRange(drawn[19_000], 850, 950);
    }

    private static long Dollars(int dollars) => dollars * Money.NanoDollarsPerDollar;

    private static Workload Workload(string text) => WorkloadReader.Read("w.yaml", text, PriceBook.Default);
}
