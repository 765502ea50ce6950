using Prudence.Budgeting;

namespace Prudence.Search;

/// <summary>
/// A search. It keeps nothing between runs, so that one instance may serve many spaces at the same time; the same space, evaluator and
/// budget of expansions give the same result.
/// </summary>
public abstract class SearchAlgorithm<TState, TAction>
    where TState : notnull
{
    private protected SearchAlgorithm()
    {
    }

    /// <summary>Where time comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Searches a space.</summary>
    /// <param name="space">The space.</param>
    /// <param name="limits">What the search may use. When it ends, the best so far comes back; nothing is thrown.</param>
    /// <param name="cancellation">The caller's wish to stop; the best so far comes back as well.</param>
    /// <exception cref="InvalidOperationException">The space or the evaluator broke its contract, for example by a negative cost.</exception>
    public async Task<SearchResult<TState, TAction>> RunAsync(
        ISearchSpace<TState, TAction> space, RunLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(limits);
        using var signal = new StopSignal(limits, Clock, cancellation: cancellation);
        var run = new SearchRun<TState, TAction>(space, Evaluator, signal);
        try
        {
            return await SearchAsync(run).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signal.IsRaised)
        {
            return run.Stopped();
        }
    }

    private protected abstract IStateEvaluator<TState>? Evaluator { get; }

    private protected abstract Task<SearchResult<TState, TAction>> SearchAsync(SearchRun<TState, TAction> run);
}
