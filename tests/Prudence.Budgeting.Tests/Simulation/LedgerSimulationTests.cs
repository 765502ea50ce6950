namespace Prudence.Budgeting.Tests.Simulation;

public sealed class LedgerSimulationTests
{
    private const int Steps = 600;

    [Fact]
    public void A_thousand_seeds_hold_all_promises()
    {
        var events = new Dictionary<string, int>();
        for (var seed = 0; seed < 1_000; seed++)
        {
            foreach (var (what, count) in new LedgerSimulation(seed).Run(Steps).Events)
            {
                events[what] = events.GetValueOrDefault(what) + count;
            }
        }

        // The promises mean little unless all of this happened often.
        Assert.All(
            new[] { "start", "turn", "write", "lost race", "failure", "death", "death while writing", "clock back", "refusal" },
            what => Assert.True(events.GetValueOrDefault(what) > 500, $"{what}: {events.GetValueOrDefault(what)}"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_million_operations_hold_all_promises()
    {
        var operations = 0;
        for (var seed = 1_000_000; operations < 1_000_000; seed++)
        {
            operations += new LedgerSimulation(seed).Run(20_000).Operations;
        }
    }

    [Fact]
    public void A_seed_plays_the_same_again()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (first, second) = (new LedgerSimulation(seed).Run(Steps), new LedgerSimulation(seed).Run(Steps));

            Assert.Equal(first.Head, second.Head);
            Assert.Equal(first.Events, second.Events);
        }
    }

    [Fact]
    public void A_disk_that_loses_a_write_is_found_out_at_the_same_step_each_time()
    {
        var found = Enumerable.Range(0, 50).Select(static seed => Record.Exception(() => new LedgerSimulation(seed, losesAppend: 10).Run(Steps))?.Message).ToList();
        var again = Enumerable.Range(0, 50).Select(static seed => Record.Exception(() => new LedgerSimulation(seed, losesAppend: 10).Run(Steps))?.Message).ToList();

        // Where the process died at that very write, nobody was told a lie.
        Assert.InRange(found.Count(static message => message is not null), 40, 50);
        Assert.All(found.OfType<string>(), static message => Assert.StartsWith("seed ", message, StringComparison.Ordinal));
        Assert.Equal(found, again);
    }
}
