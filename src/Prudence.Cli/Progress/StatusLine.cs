using Prudence.Budgeting;
using Prudence.Cli.Running;
using Prudence.Planning.Search;

namespace Prudence.Cli.Progress;

/// <summary>The one line on a terminal that is written over and over while a run goes on. It appears only if the run takes a while.</summary>
internal sealed class StatusLine : IDisposable
{
    private const string Erase = "\r\e[K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Terminal terminal;
    private readonly RunLimits limits;
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly ITimer timer;
    private RunStatus state = new("starting");
    private bool isShown;
    private bool isOver;

    public StatusLine(Terminal terminal, RunLimits limits, TimeProvider? clock = null)
    {
        this.terminal = terminal;
        this.limits = limits;
        this.clock = clock ?? TimeProvider.System;
        started = this.clock.GetTimestamp();
        timer = this.clock.CreateTimer(static self => ((StatusLine)self!).Show(), this, Interval, Interval);
    }

    /// <summary>A phase begins.</summary>
    public void Begin(string phase)
    {
        lock (gate)
        {
            state = new RunStatus(phase);
        }
    }

    /// <summary>The search has got so far.</summary>
    public void Note(SearchSnapshot snapshot)
    {
        lock (gate)
        {
            state = state with { Search = snapshot };
        }
    }

    /// <summary>Writes a line that stays.</summary>
    public void WriteAbove(string line)
    {
        lock (gate)
        {
            terminal.Error.WriteLine((isShown ? Erase : "") + line);
            isShown = false;
        }
    }

    /// <summary>Writes the line anew.</summary>
    public void Show()
    {
        lock (gate)
        {
            if (!isOver)
            {
                var line = state.Describe(clock.GetElapsedTime(started), Environment.WorkingSet, limits);
                terminal.Error.Write(Erase + Fit(line));
                isShown = true;
            }
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isOver = true;
            if (isShown)
            {
                terminal.Error.Write(Erase);
            }
        }
    }

    // A line that wraps could not be written over.
    private string Fit(string line) => line.Length < terminal.Width ? line : string.Concat(line.AsSpan(0, Math.Max(0, terminal.Width - 2)), "…");
}
