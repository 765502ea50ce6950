using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// A search that expands one state after another. The step is a method of its own, called once per expansion, so that the runtime can replace it by
/// better code while the search runs.
/// </summary>
public abstract class StepwiseSearch : SearchAlgorithm
{
    private const int ReportIntervalMilliseconds = 250;
    private const int TicksPerClockCheck = 16;

    private readonly long maximumExpansions;
    private int ticks;
    private long lastReport;

    private protected StepwiseSearch(TransitionSystem system, SearchOptions options, StopSignal stop, SearchProgress? progress)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stop);
        System = system;
        Stop = stop;
        Progress = progress;
        Bound = options.Bound ?? new CostBound();
        maximumExpansions = options.MaximumExpansions ?? stop.Limits.Expansions ?? long.MaxValue;
    }

    private protected enum StepOutcome
    {
        Continue,
        Found,
        Empty,
        Stopped,
    }

    /// <summary>What the search has done so far.</summary>
    public SearchStatistics Statistics { get; } = new();

    private protected TransitionSystem System { get; }

    private protected StopSignal Stop { get; }

    private protected SearchProgress? Progress { get; }

    private protected CostBound Bound { get; }

    /// <summary>The plan found, once the outcome is <see cref="StepOutcome.Found"/>.</summary>
    private protected FoundPlan? Plan { get; private set; }

    /// <summary>Set when a transition was not followed because of the bound.</summary>
    private protected bool CutByBound { get; set; }

    /// <summary>Set when a state was given up without proof that it is dead.</summary>
    private protected bool CutWithoutProof { get; set; }

    /// <summary>The lowest estimate of the first heuristic.</summary>
    private protected int BestEstimate { get; private set; } = int.MaxValue;

    /// <summary>True if a search that emptied its open list has seen the cheapest path to every state below the bound.</summary>
    private protected virtual bool FindsCheapestPaths => false;

    /// <summary>True if the first plan found is cheapest, provided that no state was given up without proof.</summary>
    private protected virtual bool FindsCheapestPlanFirst => false;

    private protected abstract long LowestKey { get; }

    private protected abstract long OpenCount { get; }

    private protected abstract long Bytes { get; }

    private protected abstract long StatesStored { get; }

    private protected bool MayExpand => Statistics.Expanded < maximumExpansions;

    /// <inheritdoc/>
    public sealed override SearchResult Run()
    {
        try
        {
            var outcome = Stop.IsRaised ? StepOutcome.Stopped : Start();
            while (outcome == StepOutcome.Continue)
            {
                outcome = Stop.IsRaised ? StepOutcome.Stopped : Step();
                Tick();
            }

            return Conclude(outcome);
        }
        catch (RunStoppedException)
        {
            return Conclude(StepOutcome.Stopped);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Puts the initial state on the open list.</summary>
    private protected abstract StepOutcome Start();

    /// <summary>Takes one entry off the open list and, unless it is out of date, expands its state.</summary>
    private protected abstract StepOutcome Step();

    /// <summary>Frees native memory.</summary>
    private protected abstract void Release();

    /// <summary>Notes an estimate of the first heuristic.</summary>
    private protected void NoteEstimate(int estimate, long g)
    {
        if (estimate < BestEstimate)
        {
            BestEstimate = estimate;
            Statistics.AddPoint(estimate, g);
        }
    }

    /// <summary>Accepts a plan if it meets the bound, which another search may have lowered meanwhile.</summary>
    private protected bool TryAccept(FoundPlan plan)
    {
        if (!Bound.TryLower(plan.Cost))
        {
            CutByBound = true;
            return false;
        }

        Plan = plan;
        Progress?.PlanFound(plan);
        return true;
    }

    private void Tick()
    {
        Bound.Rounds?.Step();
        Statistics.PeakOpen = Math.Max(Statistics.PeakOpen, OpenCount);
        if (Progress is not null && ++ticks % TicksPerClockCheck == 0)
        {
            ReportIfDue(Progress);
        }
    }

    private void ReportIfDue(SearchProgress progress)
    {
        var now = Environment.TickCount64;
        if (now - lastReport >= ReportIntervalMilliseconds)
        {
            lastReport = now;
            var key = OpenCount > 0 ? LowestKey : long.MaxValue;
            progress.Report(new SearchSnapshot(Statistics.Expanded, Statistics.Evaluated, BestEstimate, key, StatesStored, Bytes));
        }
    }

    private SearchResult Conclude(StepOutcome outcome)
    {
        Statistics.StatesStored = StatesStored;
        Statistics.PeakBytes = Bytes;
        var complete = outcome == StepOutcome.Empty && !CutWithoutProof && (!CutByBound || FindsCheapestPaths);
        var optimal = outcome == StepOutcome.Found && FindsCheapestPlanFirst && !CutWithoutProof;
        return new SearchResult
        {
            Status = outcome switch
            {
                StepOutcome.Found => SearchStatus.Solved,
                StepOutcome.Empty when complete && !CutByBound => SearchStatus.Unsolvable,
                StepOutcome.Empty => SearchStatus.Exhausted,
                _ => SearchStatus.Stopped,
            },
            Plan = Plan?.Operators,
            Cost = Plan?.Cost ?? 0,
            IsProvenOptimal = optimal,
            ProvesBound = complete || optimal,
            StopReason = outcome != StepOutcome.Stopped ? StopReason.None : Stop.IsRaised ? Stop.Reason : StopReason.Expansions,
            Statistics = Statistics,
        };
    }
}
