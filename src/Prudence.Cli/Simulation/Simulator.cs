using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>
/// Plays a workload event by event in its own time: calls come, are admitted or refused, end, fail and are tried again. The same workload and seed give
/// the same result.
/// </summary>
internal sealed class Simulator
{
    /// <summary>At how many moments all limits are looked at, besides those at which something happens to them: windows begin without an event.</summary>
    private const int Looks = 672;

    private readonly Workload workload;
    private readonly SimulatedClock clock;
    private readonly IBudgetGate gate;
    private readonly DateTimeOffset end;
    private readonly PriorityQueue<Action, (long Ticks, long Order)> events = new();
    private readonly Dictionary<string, List<LimitTrack>> tracks = new(StringComparer.Ordinal);
    private readonly List<StreamRun> streams = [];
    private long order;

    private Simulator(Workload workload, Func<BudgetTreeOf, IBudgetGate> createGate)
    {
        this.workload = workload;
        clock = new SimulatedClock(workload.Start);
        gate = createGate(new BudgetTreeOf(workload, clock));
        end = workload.Start + workload.Length;
        foreach (var scope in workload.Scopes)
        {
            tracks.Add(scope.Path, [.. scope.Limits.Select(limit => new LimitTrack(scope.Path, limit))]);
        }
    }

    /// <summary>Plays a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="createGate">The way of limiting it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static SimulationResult Run(Workload workload, Func<BudgetTreeOf, IBudgetGate> createGate, CancellationToken cancellation) =>
        new Simulator(workload, createGate).Run(cancellation);

    private SimulationResult Run(CancellationToken cancellation)
    {
        for (var i = 0; i < workload.Streams.Count; i++)
        {
            var stream = workload.Streams[i];
            var calls = CallSource.Draw(stream, workload.Start, end, unchecked((workload.Seed * 1_000_003) + i)).GetEnumerator();
            streams.Add(new StreamRun(stream, calls));
            ScheduleArrival(streams[^1]);
        }

        ScheduleLook(0);
        while (events.TryDequeue(out var happen, out var due) && due.Ticks <= end.UtcTicks)
        {
            cancellation.ThrowIfCancellationRequested();
            clock.Now = new DateTimeOffset(due.Ticks, TimeSpan.Zero);
            happen();
        }

        clock.Now = end;
        Look();
        foreach (var stream in streams)
        {
            stream.Tally.Waiting = stream.Waiting.Count;
            stream.Calls.Dispose();
        }

        return new SimulationResult(
            [.. streams.Select(static stream => stream.Tally)],
            [.. workload.Scopes.SelectMany(scope => tracks[scope.Path])],
            [.. workload.Scopes.Select(scope => gate.Tree[scope.Path].Receipt())]);
    }

    private void Schedule(DateTimeOffset time, Action happen) => events.Enqueue(happen, (time.UtcTicks, order++));

    private void ScheduleArrival(StreamRun run)
    {
        if (run.Calls.MoveNext())
        {
            var call = run.Calls.Current;
            Schedule(call.Arrival, () =>
            {
                ScheduleArrival(run);
                run.Tally.Calls++;
                Start(run, call);
            });
        }
    }

    private void ScheduleLook(int number) => Schedule(workload.Start + (workload.Length * number / Looks), () =>
    {
        Look();
        ScheduleLook(number + 1);
    });

    private void Start(StreamRun run, SimulatedCall call)
    {
        run.Waiting.Enqueue(call);
        BeginWaiting(run);
    }

    /// <summary>Begins the calls whose turn it is, in the order in which they came.</summary>
    private void BeginWaiting(StreamRun run)
    {
        while (run.Running < run.Tally.Stream.Concurrency && run.Waiting.TryDequeue(out var next))
        {
            Begin(run, next);
        }
    }

    private void Begin(StreamRun run, SimulatedCall call)
    {
        var stream = run.Tally.Stream;
        var refusal = gate.Begin(stream.Scope, call.Attempt, stream.Purpose, out var ticket);
        if (refusal is { } refused)
        {
            run.Tally.Refused++;
            tracks[refused.Scope].Find(track => ReferenceEquals(track.Limit, refused.Limit))!.Refuse(clock.Now);
            return;
        }

        run.Running++;
        run.Tally.Admitted++;
        call.Ticket = ticket;
        Schedule(clock.Now + call.Attempt.Latency, () => End(run, call));
        Look(stream.Scope);
    }

    private void End(StreamRun run, SimulatedCall call)
    {
        var attempt = call.Attempt;
        gate.End(call.Ticket!, attempt.Fails ? null : attempt.Actual);
        run.Running--;
        Look(run.Tally.Stream.Scope);
        run.Tally.Failed += attempt.Fails ? 1 : 0;
        if (attempt.Fails && call.Retry())
        {
            run.Tally.Retried++;
            Schedule(clock.Now + run.Tally.Stream.RetryAfter, () => Start(run, call));
        }

        BeginWaiting(run);
    }

    private void Look()
    {
        foreach (var scope in workload.Scopes)
        {
            LookAt(gate.Tree[scope.Path]);
        }
    }

    private void Look(string path)
    {
        foreach (var scope in gate.Tree.Upwards(path))
        {
            LookAt(scope);
        }
    }

    private void LookAt(Budget scope)
    {
        var limits = tracks[scope.Path];
        if (limits.Count > 0)
        {
            foreach (var standing in scope.Standing())
            {
                limits.Find(track => ReferenceEquals(track.Limit, standing.Limit))!.Sample(clock.Now, standing.Spent, standing.Held);
            }
        }
    }

    /// <summary>A stream while it is played.</summary>
    private sealed class StreamRun(WorkloadStream stream, IEnumerator<SimulatedCall> calls)
    {
        public StreamTally Tally { get; } = new(stream);

        public IEnumerator<SimulatedCall> Calls => calls;

        public Queue<SimulatedCall> Waiting { get; } = new();

        public int Running { get; set; }
    }
}
