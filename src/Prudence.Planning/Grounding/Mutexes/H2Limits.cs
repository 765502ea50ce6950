using System.Diagnostics;
using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>The limits of the analysis itself, which end it early with what it has, and those of the run, which end the run.</summary>
internal sealed class H2Limits(TimeSpan time, long bytes, StopSignal stop)
{
    private readonly long started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Whether to end early.</summary>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public bool IsTimeUp()
    {
        stop.ThrowIfRaised();
        return Elapsed > time;
    }

    /// <summary>Whether that much memory may be taken: not more than the limit, nor a good part of what the run may use.</summary>
    public bool Allows(long wanted) =>
        wanted <= bytes && (stop.Limits.MemoryBytes is not { } limit || wanted <= (limit - Environment.WorkingSet) / 2) && stop.TryReserveMemory(wanted);
}
