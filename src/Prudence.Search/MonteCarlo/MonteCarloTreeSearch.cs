using Prudence.Budgeting;

namespace Prudence.Search;

/// <summary>
/// Monte Carlo tree search (Coulom 2006; UCT and PUCT selection): walks down the tree, judges a leaf, and lets all states on the way know.
/// The evaluator gives values, higher is better; without one, leaves are judged by random playouts.
/// </summary>
public sealed class MonteCarloTreeSearch<TState, TAction> : SearchAlgorithm<TState, TAction>
    where TState : notnull
{
    private readonly MonteCarloOptions options;

    /// <summary>A Monte Carlo tree search.</summary>
    /// <param name="evaluator">Gives values to states, higher is better, best between 0 and 1; null for random playouts.</param>
    /// <param name="options">How to explore; the defaults if null.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or goals should be judged without an evaluator.</exception>
    public MonteCarloTreeSearch(IStateEvaluator<TState>? evaluator, MonteCarloOptions? options = null)
    {
        this.options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.Iterations, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.LeavesPerBatch, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxDepth, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(this.options.Exploration, nameof(options));
        if (evaluator is null && this.options.GoalValue is null)
        {
            throw new ArgumentException("Goals have no value: give a goal value or an evaluator.", nameof(options));
        }

        Evaluator = evaluator;
    }

    private protected override IStateEvaluator<TState>? Evaluator { get; }

    /// <inheritdoc cref="SearchAlgorithm{TState, TAction}.RunAsync"/>
    public new async Task<MonteCarloResult<TState, TAction>> RunAsync(
        ISearchSpace<TState, TAction> space, RunLimits limits, CancellationToken cancellation = default) =>
        (MonteCarloResult<TState, TAction>)await base.RunAsync(space, limits, cancellation).ConfigureAwait(false);

    private protected override async Task<SearchResult<TState, TAction>> SearchAsync(SearchRun<TState, TAction> run)
    {
        var tree = new MonteCarloTree<TState, TAction>(run, options, run.HasEvaluator ? null : new RandomPlayout<TState, TAction>(run, options));
        var done = 0L;
        while (done < options.Iterations && !run.IsStopped && !(options.EndsAtFirstGoal && tree.BestGoal is not null))
        {
            done += await tree.GrowAsync((int)Math.Min(options.LeavesPerBatch, options.Iterations - done)).ConfigureAwait(false);
        }

        var result = run.IsStopped ? run.Stopped(tree.Answer, tree.BestGoal is not null)
            : tree.BestGoal is { } goal ? run.Solved(goal, isOptimal: false)
            : run.Exhausted(tree.Answer);
        return new MonteCarloResult<TState, TAction>(result, tree.Root);
    }
}
