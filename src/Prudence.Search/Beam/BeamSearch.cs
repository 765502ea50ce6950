namespace Prudence.Search;

/// <summary>
/// Beam search: of each layer only the most promising states are kept (Lowerre 1976). All successors of a layer are judged together.
/// Breadth-first tree of thoughts is this search with a model as evaluator.
/// </summary>
public sealed class BeamSearch<TState, TAction> : SearchAlgorithm<TState, TAction>
    where TState : notnull
{
    private readonly BeamOptions options;

    /// <summary>A beam search.</summary>
    /// <param name="evaluator">Estimates the cost to a goal; a score where higher is better must be negated.</param>
    /// <param name="options">Width, depth and order; the defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public BeamSearch(IStateEvaluator<TState> evaluator, BeamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        this.options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.Width, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxDepth, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.Concurrency, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(this.options.PathWeight, nameof(options));
        Evaluator = evaluator;
    }

    private protected override IStateEvaluator<TState> Evaluator { get; }

    private protected override async Task<SearchResult<TState, TAction>> SearchAsync(SearchRun<TState, TAction> run)
    {
        List<SearchNode<TState, TAction>> beam = [await run.StartAsync().ConfigureAwait(false)];
        for (var depth = 0; beam.Count > 0 && depth < options.MaxDepth && !(run.Incumbent is not null && options.EndsAtFirstGoal); depth++)
        {
            run.MostPromising = beam[0];
            if (await ExpandLayerAsync(run, beam).ConfigureAwait(false) is not { } steps)
            {
                return run.Stopped();
            }

            beam = Narrow(run, await JudgeAsync(run, steps).ConfigureAwait(false));
        }

        return run.Incumbent is { } goal ? run.Solved(goal, isOptimal: false) : run.Exhausted(beam.FirstOrDefault() ?? run.MostPromising);
    }

    /// <summary>All steps out of a layer, in the order of its states, or null if the budget ended.</summary>
    private async Task<List<(SearchNode<TState, TAction> Parent, Successor<TState, TAction> Step)>?> ExpandLayerAsync(
        SearchRun<TState, TAction> run, List<SearchNode<TState, TAction>> beam)
    {
        var successors = new IReadOnlyList<Successor<TState, TAction>>?[beam.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency };
        await Parallel.ForAsync(0, beam.Count, parallel, async (i, _) =>
            successors[i] = beam[i].IsGoal ? [] : await run.ExpandAsync(beam[i].State).ConfigureAwait(false)).ConfigureAwait(false);
        var steps = new List<(SearchNode<TState, TAction>, Successor<TState, TAction>)>();
        for (var i = 0; i < beam.Count; i++)
        {
            if (successors[i] is not { } list)
            {
                return null;
            }

            steps.AddRange(list.Select(step => (beam[i], step)));
        }

        return steps;
    }

    private static async Task<List<SearchNode<TState, TAction>>> JudgeAsync(
        SearchRun<TState, TAction> run, List<(SearchNode<TState, TAction> Parent, Successor<TState, TAction> Step)> steps)
    {
        // Of several ways to the same state in one layer, only the cheapest is judged and kept.
        var distinct = run.Space.StateComparer is not { } comparer ? steps : steps
            .GroupBy(static entry => entry.Step.State, comparer)
            .Select(static group => group.MinBy(static entry => entry.Parent.PathCost + entry.Step.Cost))
            .ToList();
        var estimates = await run.EvaluateAsync(distinct.ConvertAll(static entry => entry.Step.State)).ConfigureAwait(false);
        return distinct.Select((entry, i) => run.Follow(entry.Parent, entry.Step, estimates[i])).ToList();
    }

    private List<SearchNode<TState, TAction>> Narrow(SearchRun<TState, TAction> run, List<SearchNode<TState, TAction>> layer) => layer
        .Where(node => !double.IsPositiveInfinity(node.Estimate) && !node.IsGoal && !(node.PathCost >= run.Incumbent?.PathCost))
        .OrderBy(node => (options.PathWeight * node.PathCost) + node.Estimate)
        .Take(options.Width)
        .ToList();
}
