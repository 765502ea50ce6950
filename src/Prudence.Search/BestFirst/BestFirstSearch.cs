namespace Prudence.Search;

/// <summary>
/// Best-first search: A*, weighted A*, uniform-cost and greedy search are choices of <see cref="BestFirstOptions"/>. The successors of
/// one state are judged together.
/// </summary>
public sealed class BestFirstSearch<TState, TAction> : SearchAlgorithm<TState, TAction>
    where TState : notnull
{
    private readonly BestFirstOptions options;
    private readonly bool handsBackNext;

    /// <summary>A best-first search.</summary>
    /// <param name="evaluator">Estimates the cost to a goal; null for none.</param>
    /// <param name="options">The order of the frontier; A* if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not a number.</exception>
    public BestFirstSearch(IStateEvaluator<TState>? evaluator, BestFirstOptions? options = null)
    {
        this.options = options ?? BestFirstOptions.AStar;
        if (this.options.PathWeight is not (>= 0 and < double.PositiveInfinity) || this.options.EstimateWeight is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "The weights of best-first search must be at least 0 and finite.");
        }

        Evaluator = evaluator;
        handsBackNext = evaluator is null || this.options.PartialAnswer == PartialAnswer.NextToExpand;
    }

    private protected override IStateEvaluator<TState>? Evaluator { get; }

    private protected override async Task<SearchResult<TState, TAction>> SearchAsync(SearchRun<TState, TAction> run)
    {
        var frontier = new Frontier<TState, TAction>(run.Space.StateComparer, options);
        frontier.Add(await run.StartAsync().ConfigureAwait(false));
        while (frontier.TryTake() is { } node)
        {
            if (node.IsGoal)
            {
                return run.Solved(node, IsOptimal(run));
            }

            run.MostPromising = handsBackNext ? node : run.MostPromising;
            if (await run.ExpandAsync(node.State).ConfigureAwait(false) is not { } successors)
            {
                return run.Stopped();
            }

            await AddAsync(run, frontier, node, successors).ConfigureAwait(false);
            if (options.EndsAtFirstGoal && run.Incumbent is { } goal)
            {
                return run.Solved(goal, isOptimal: false);
            }
        }

        return run.Exhausted();
    }

    private async ValueTask AddAsync(
        SearchRun<TState, TAction> run,
        Frontier<TState, TAction> frontier,
        SearchNode<TState, TAction> parent,
        IReadOnlyList<Successor<TState, TAction>> successors)
    {
        var wanted = successors.Where(successor => frontier.Wants(successor.State, parent.PathCost + successor.Cost)).ToList();
        var estimates = wanted.ConvertAll(successor => frontier.Known(successor.State)?.Estimate ?? double.NaN);
        var unknown = Enumerable.Range(0, wanted.Count).Where(i => double.IsNaN(estimates[i])).ToList();
        var answers = await run.EvaluateAsync(unknown.ConvertAll(i => wanted[i].State)).ConfigureAwait(false);
        for (var i = 0; i < unknown.Count; i++)
        {
            estimates[unknown[i]] = answers[i];
        }

        for (var i = 0; i < wanted.Count; i++)
        {
            // Asked again, for the same state may come twice in one list.
            if (frontier.Wants(wanted[i].State, parent.PathCost + wanted[i].Cost))
            {
                var node = run.Follow(parent, wanted[i], estimates[i]);
                frontier.Add(node);
                NotePartialAnswer(run, node);
            }
        }

        run.Reopened = frontier.Reopened;
    }

    private void NotePartialAnswer(SearchRun<TState, TAction> run, SearchNode<TState, TAction> node)
    {
        if (!handsBackNext && node.Estimate < run.MostPromising!.Estimate)
        {
            run.MostPromising = node;
        }
    }

    private bool IsOptimal(SearchRun<TState, TAction> run) =>
        options.PathWeight > 0 && options.EstimateWeight <= options.PathWeight && (run.IsEstimateAdmissible || options.EstimateWeight == 0);
}
