using Prudence.Budgeting;
using Prudence.Cli.Progress;
using Prudence.Planning.Search;

namespace Prudence.Cli.Tests.Progress;

public class RunStatusTests
{
    [Fact]
    public void Tells_the_phase_the_search_and_what_is_left()
    {
        var status = new RunStatus("search") { Search = new SearchSnapshot(12_345, 23_456, 7, 9, 34_567, 0) };
        var line = status.Describe(TimeSpan.FromSeconds(4), 100 << 20, new RunLimits { Time = TimeSpan.FromSeconds(10), MemoryBytes = 400 << 20 });

        Assert.Equal("search 4.00 s (6.00 s left), best h 7, 12,345 expanded, 34,567 states, 100 MiB (300 MiB left)", line);
    }

    [Fact]
    public void Says_nothing_about_what_is_not_known_or_not_limited()
    {
        var line = new RunStatus("grounding").Describe(TimeSpan.FromMilliseconds(250), 50 << 20, RunLimits.Unlimited);

        Assert.Equal("grounding 250 ms, 50.0 MiB", line);
    }

    [Fact]
    public void What_is_left_is_never_negative()
    {
        var line = new RunStatus("search").Describe(TimeSpan.FromSeconds(2), 50 << 20, new RunLimits { Time = TimeSpan.FromSeconds(1), MemoryBytes = 40 << 20 });

        Assert.Equal("search 2.00 s (0.00 µs left), 50.0 MiB (0 B left)", line);
    }
}
