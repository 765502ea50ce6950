using System.Runtime.ExceptionServices;
using Prudence.Budgeting;

namespace Prudence.Planning.Search.Portfolio;

/// <summary>
/// Runs several searches side by side, each on a thread of its own, with a common bound on the cost of plans. With the default options the same
/// input gives the same result (<see cref="PortfolioOptions.IsDeterministic"/>) as long as no limit of time or memory is reached.
/// </summary>
public sealed class PortfolioSearch : SearchAlgorithm
{
    private readonly IReadOnlyList<PortfolioMember> members;
    private readonly PortfolioOptions options;
    private readonly StopSignal stop;
    private readonly PortfolioProgress progress;
    private readonly CostBound bound;
    private readonly long firstBound;
    private readonly CostBound[] bounds;
    private readonly StopSignal?[] stops;
    private readonly SearchResult?[] results;
    private readonly Exception?[] errors;
    private readonly Lock judging = new();

    /// <summary>Prepares a portfolio.</summary>
    /// <param name="members">The searches; at least one.</param>
    /// <param name="options">Policy, bound and limits.</param>
    /// <param name="stop">Ends all searches early.</param>
    /// <param name="progress">Hears of all of them, one call at a time, on their threads.</param>
    public PortfolioSearch(
        IReadOnlyList<PortfolioMember> members, PortfolioOptions options, StopSignal stop, SearchProgress? progress = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentOutOfRangeException.ThrowIfZero(members.Count);
        this.members = members;
        this.options = options;
        this.stop = stop;
        this.progress = new PortfolioProgress(members.Count, progress, options.IsDeterministic ? null : Judge);
        bound = options.Bound ?? new CostBound();
        firstBound = bound.Value;
        bounds = new CostBound[members.Count];
        stops = new StopSignal[members.Count];
        results = new SearchResult[members.Count];
        errors = new Exception[members.Count];
    }

    /// <inheritdoc/>
    public override SearchResult Run()
    {
        using var barrier = new Barrier(members.Count, _ => Judge());
        var threads = new Thread[members.Count];
        for (var i = 0; i < threads.Length; i++)
        {
            var member = i;
            stops[i] = stop.CreateLinked();
            bounds[i] = options.IsDeterministic
                ? new CostBound(firstBound) { Rounds = new SearchRounds(barrier, options.RoundSteps) }
                : bound;
            threads[i] = new Thread(() => RunMember(member)) { IsBackground = true, Name = $"search {i + 1}" };
        }

        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Array.ForEach(stops, static signal => signal!.Dispose());
        if (Array.Find(errors, static error => error is not null) is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        return Conclude();
    }

    private void RunMember(int member)
    {
        try
        {
            var share = new SearchOptions { Bound = bounds[member], MaximumExpansions = Share(member) };
            var result = members[member](share, stops[member]!, progress.Of(member)).Run();
            Volatile.Write(ref results[member], result);
        }
        catch (RunStoppedException stopped)
        {
            Volatile.Write(ref results[member], SearchResult.Stopped(stopped.Reason));
        }
#pragma warning disable CA1031 // Thrown again by Run, when the other threads have ended.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Volatile.Write(ref errors[member], error);
        }
        finally
        {
            Leave(member);
        }
    }

    private void Leave(int member)
    {
        if (bounds[member].Rounds is { } rounds)
        {
            rounds.Leave();
        }
        else
        {
            Judge();
        }
    }

    private long? Share(int member)
    {
        var limit = options.MaximumExpansions ?? stop.Limits.Expansions;
        return (limit / members.Count) + (member < limit % members.Count ? 1 : 0);
    }

    // Between rounds, or when a search that runs freely has news: spreads the bound, and stops all searches once the policy says so.
    private void Judge()
    {
        lock (judging)
        {
            var lowest = bounds.Min(static own => own.Value);
            bound.TryLower(lowest);
            Array.ForEach(bounds, own => own.TryLower(lowest));
            var isOver = Array.Exists(errors, static error => error is not null)
                || Array.Exists(results, static result => result is { ProvesBound: true })
                || (options.Policy == PortfolioPolicy.FirstPlan && lowest < firstBound);
            if (isOver)
            {
                Array.ForEach(stops, static signal => signal!.Raise(StopReason.Cancelled));
            }
        }
    }

    private SearchResult Conclude()
    {
        var statistics = new SearchStatistics();
        SearchResult? best = null;
        var bytes = 0L;
        foreach (var result in results)
        {
            statistics.Add(result!.Statistics);
            bytes += result.Statistics.PeakBytes;
            if (result.Plan is not null && (best is null || result.Cost < best.Cost))
            {
                best = result;
            }
        }

        statistics.PeakBytes = bytes;
        var proves = Array.Exists(results, static result => result!.ProvesBound);
        return new SearchResult
        {
            Status = Status(best, proves),
            Plan = best?.Plan,
            Cost = best?.Cost ?? 0,
            IsProvenOptimal = best is not null && proves,
            ProvesBound = proves,
            StopReason = Status(best, proves) == SearchStatus.Stopped ? WhyStopped() : StopReason.None,
            Statistics = statistics,
        };
    }

    private SearchStatus Status(SearchResult? best, bool proves)
    {
        if (best is null)
        {
            return Array.Exists(results, static result => result!.Status == SearchStatus.Unsolvable) ? SearchStatus.Unsolvable
                : proves || Array.TrueForAll(results, static result => result!.Status == SearchStatus.Exhausted) ? SearchStatus.Exhausted
                : SearchStatus.Stopped;
        }

        var isComplete = proves || options.Policy == PortfolioPolicy.FirstPlan
            || Array.TrueForAll(results, static result => result!.Status != SearchStatus.Stopped);
        return isComplete ? SearchStatus.Solved : SearchStatus.Stopped;
    }

    private StopReason WhyStopped() =>
        stop.IsRaised ? stop.Reason
        : Array.Find(results, static result => result!.StopReason is not (StopReason.None or StopReason.Cancelled))?.StopReason ?? StopReason.Cancelled;
}
