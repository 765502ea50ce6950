using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Runs several searches one after another, each bound to better the plans before it: the anytime scheme of LAMA (Richter and Westphal 2010), and
/// with <see cref="IteratedOptions.StopAtFirstPlan"/> a way to fall back on another search. Ends early where a search proves that nothing better exists.
/// </summary>
public sealed class IteratedSearch : SearchAlgorithm
{
    private readonly IReadOnlyList<IteratedStep> steps;
    private readonly IteratedOptions options;
    private readonly StopSignal stop;
    private readonly CostBound bound;
    private readonly SearchStatistics statistics = new();
    private SearchResult? best;

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
    }

    /// <inheritdoc/>
    public override SearchResult Run()
    {
        SearchResult? last = null;
        for (var step = 0; ;)
        {
            var result = RunStep(steps[step]);
            statistics.Add(result.Statistics);
            var isSolved = result.Plan is not null;
            best = isSolved ? result : best;
            last = result;
            if (IsOver(result))
            {
                break;
            }

            if (step < steps.Count - 1)
            {
                step++;
            }
            else if (!options.RepeatLast || !isSolved)
            {
                break;
            }
        }

        return Conclude(last);
    }

    // Preparing a search may take long too, and has no result of its own if stopped.
    private SearchResult RunStep(IteratedStep step)
    {
        try
        {
            return step(StepOptions()).Run();
        }
        catch (RunStoppedException stopped)
        {
            return SearchResult.Stopped(stopped.Reason);
        }
    }

    private SearchOptions StepOptions()
    {
        var limit = options.MaximumExpansions ?? stop.Budget.Expansions;
        return new SearchOptions { Bound = bound, MaximumExpansions = limit - statistics.Expanded };
    }

    private bool IsOver(SearchResult result) =>
        result.Status == SearchStatus.Stopped
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
