using Prudence.Budgeting;
using Prudence.Cli.Progress;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Progress;

public sealed class StatusLineTests : IDisposable
{
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly Terminal terminal;

    public StatusLineTests() => terminal = new Terminal(TextWriter.Null, error, isOutputInteractive: false, isErrorInteractive: true);

    public void Dispose() => error.Dispose();

    [Fact]
    public void It_is_written_over_and_goes_away()
    {
        using (var line = new StatusLine(terminal, RunLimits.Unlimited, new StillClock()))
        {
            line.Begin("grounding");
            line.Show();
            line.Begin("search");
            line.Show();
        }

        Assert.StartsWith("\r\e[Kgrounding", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\r\e[Ksearch", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_stay_are_written_above_it()
    {
        using var line = new StatusLine(terminal, RunLimits.Unlimited, new StillClock());
        line.WriteAbove("plan 1");
        line.Show();
        line.WriteAbove("plan 2");

        Assert.StartsWith("plan 1\n\r\e[Kstarting", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r\e[Kplan 2\n", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_run_leaves_no_trace()
    {
        using (var line = new StatusLine(terminal, RunLimits.Unlimited, new StillClock()))
        {
            line.Begin("search");
        }

        Assert.Empty(error.ToString());
    }

    /// <summary>A clock whose timers never ring: tests show the line themselves.</summary>
    private sealed class StillClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new SilentTimer();

        private sealed class SilentTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
