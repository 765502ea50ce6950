using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Runs several searches one after another, each bound to better the plans before it: the anytime scheme of LAMA (Richter and Westphal 2010), and
/// with <see cref="IteratedOptions.StopAtFirstPlan"/> a way to fall back on another search. Ends early where a search proves that nothing better exists.
/// With <see cref="IteratedOptions.Patience"/> a search that finds nothing for long makes room for the others and begins anew, with more, when they
/// have had their turn: the restarts cost at most as much again as the last turn.
/// </summary>
public sealed class IteratedSearch : SearchAlgorithm
{
    private readonly IReadOnlyList<IteratedStep> steps;
    private readonly IteratedOptions options;
    private readonly StopSignal stop;
    private readonly CostBound bound;
    private readonly SearchStatistics statistics = new();
    private SearchResult? best;
    private long patience;

    /// <summary>Prepares a sequence.</summary>
    /// <param name="steps">The searches; at least one.</param>
    /// <param name="options">When to go on.</param>
    /// <param name="stop">Ends the sequence early. Give it to the searches too.</param>
    public IteratedSearch(IReadOnlyList<IteratedStep> steps, IteratedOptions options, StopSignal stop)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentOutOfRangeException.ThrowIfZero(steps.Count);
        this.steps = steps;
        this.options = options;
        this.stop = stop;
        bound = options.Bound ?? new CostBound();
        patience = options.Patience ?? long.MaxValue;
    }

    private long? Limit => options.MaximumExpansions ?? stop.Limits.Expansions;

    /// <inheritdoc/>
    public override SearchResult Run()
    {
        var waiting = new Queue<int>(Enumerable.Range(0, steps.Count));
        var postponed = new List<int>();
        SearchResult? last = null;
        while (waiting.TryDequeue(out var step))
        {
            last = RunStep(steps[step]);
            statistics.Add(last.Statistics);
            best = last.Plan is null ? best : last;
            if (IsOver(last))
            {
                break;
            }

            if (LostPatience(last))
            {
                postponed.Add(step);
            }
            else if (step == steps.Count - 1 && options.RepeatLast && last.Plan is not null)
            {
                waiting.Enqueue(step);
            }

            if (waiting.Count == 0 && postponed.Count > 0)
            {
                patience = (long)Math.Min(patience * 2m, long.MaxValue);
                postponed.ForEach(waiting.Enqueue);
                postponed.Clear();
            }
        }

        return Conclude(last!);
    }

    // Preparing a search may take long too, and has no result of its own if stopped.
    private SearchResult RunStep(IteratedStep step)
    {
        try
        {
            return step(new SearchOptions { Bound = bound, MaximumExpansions = Limit is { } limit ? Math.Min(limit - statistics.Expanded, patience) : patience }).Run();
        }
        catch (RunStoppedException stopped)
        {
            return SearchResult.Stopped(stopped.Reason);
        }
    }

    private bool LostPatience(SearchResult result) =>
        result is { Status: SearchStatus.Stopped, StopReason: StopReason.Expansions, Plan: null } && !(Limit <= statistics.Expanded);

    private bool IsOver(SearchResult result) =>
        (result.Status == SearchStatus.Stopped && !LostPatience(result))
        || result.ProvesBound
        || (result.Plan is not null ? options.StopAtFirstPlan : !options.ContinueOnFailure);

    // The last search's proof is about the bound, which may be that of a better plan found by a search with the same bound elsewhere.
    private SearchResult Conclude(SearchResult last) =>
        new()
        {
            Status = last.Status == SearchStatus.Stopped ? SearchStatus.Stopped : best is not null ? SearchStatus.Solved : last.Status,
            Plan = best?.Plan,
            Cost = best?.Cost ?? 0,
            IsProvenOptimal = best is not null && last.ProvesBound && bound.Value >= best.Cost,
            ProvesBound = last.ProvesBound,
            StopReason = last.StopReason,
            Statistics = statistics,
        };
}
