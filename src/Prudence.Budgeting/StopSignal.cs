namespace Prudence.Budgeting;

/// <summary>
/// The one flag that all phases of a run poll. It is raised once, by a limit of the run or by the caller, and stays raised.
/// Polling is one volatile read, so loops may do it at every step.
/// </summary>
public sealed class StopSignal : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    // The first tick brings up the pool of threads, which takes longer than a small run. Until then memory is watched where it is reserved.
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(100);

    private readonly RunLimits limits;
    private readonly TimeProvider clock;
    private readonly Func<long> memoryInUse;
    private readonly long started;
    private readonly ITimer? timer;
    private readonly CancellationTokenRegistration registration;
    private readonly CancellationTokenSource source = new();
    private volatile int reason;
    private long peakMemory;

    /// <summary>Starts watching the limits of <paramref name="limits"/> from now on.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="clock">Where time comes from; the system clock if null.</param>
    /// <param name="memoryInUse">Reads the memory in use, in bytes; the resident set of this process if null.</param>
    /// <param name="cancellation">The caller's wish to stop.</param>
    public StopSignal(
        RunLimits limits,
        TimeProvider? clock = null,
        Func<long>? memoryInUse = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(limits);
        this.limits = limits;
        this.clock = clock ?? TimeProvider.System;
        this.memoryInUse = memoryInUse ?? (ResidentMemory.Read);
        started = this.clock.GetTimestamp();
        registration = cancellation.Register(static self => ((StopSignal)self!).Raise(StopReason.Cancelled), this);
        if (limits.Time is not null || limits.MemoryBytes is not null)
        {
            var first = limits.Time < FirstPoll ? limits.Time.Value : FirstPoll;
            timer = this.clock.CreateTimer(static self => ((StopSignal)self!).Check(), this, first, PollInterval);
        }
    }

    /// <summary>True once any limit is reached or the caller cancelled.</summary>
    public bool IsRaised => reason != 0;

    /// <summary>The first reason it was raised for.</summary>
    public StopReason Reason => (StopReason)reason;

    /// <summary>Cancelled when the signal is raised: for calls that wait on something else, such as a model.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Time since the watch began.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(started);

    /// <summary>The largest memory seen at any check, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            NoteMemory();
            return Interlocked.Read(ref peakMemory);
        }
    }

    /// <summary>The limits being watched.</summary>
    public RunLimits Limits => limits;

    /// <summary>Raises the signal. Only the first call has an effect.</summary>
    public void Raise(StopReason why)
    {
        if (Interlocked.CompareExchange(ref reason, (int)why, 0) != 0 || why == StopReason.None)
        {
            return;
        }

        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A last tick of the timer may come after the run is over; nobody waits on the token then.
        }
    }

    /// <summary>Compares time and memory with the limits now. Called by a timer; phases about to allocate much may call it too.</summary>
    public void Check()
    {
        if (limits.Time is { } time && Elapsed >= time)
        {
            Raise(StopReason.Time);
        }

        var memory = NoteMemory();
        if (limits.MemoryBytes is { } limit && memory > limit)
        {
            Raise(StopReason.Memory);
        }
    }

    /// <summary>
    /// Asks whether <paramref name="bytes"/> more may be allocated under the memory limit; raises the signal and answers false if not.
    /// Ask before every large allocation: a table that doubles would otherwise overshoot between two checks.
    /// </summary>
    public bool TryReserveMemory(long bytes)
    {
        if (limits.MemoryBytes is { } limit && bytes > limit - NoteMemory())
        {
            Raise(StopReason.Memory);
            return false;
        }

        return true;
    }

    /// <summary>
    /// A signal for one of several activities under the same limits: raised with this one, as <see cref="StopReason.Cancelled"/>, but raising
    /// it leaves this one alone.
    /// </summary>
    public StopSignal CreateLinked() => new(limits with { Time = null }, clock, memoryInUse, Token);

    /// <summary>Throws <see cref="RunStoppedException"/> if the signal is raised: for phases that have no partial result.</summary>
    public void ThrowIfRaised()
    {
        if (IsRaised)
        {
            throw new RunStoppedException(Reason);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer?.Dispose();
        registration.Dispose();
        source.Dispose();
    }

    private long NoteMemory()
    {
        var memory = memoryInUse();
        var peak = Interlocked.Read(ref peakMemory);
        while (memory > peak)
        {
            var seen = Interlocked.CompareExchange(ref peakMemory, memory, peak);
            if (seen == peak)
            {
                break;
            }

            peak = seen;
        }

        return memory;
    }
}
