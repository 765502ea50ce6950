using Prudence.Budgeting;

namespace Prudence.Search;

/// <summary>One run of a search: asks the space and the evaluator, counts, watches the budget and remembers the best so far.</summary>
internal sealed class SearchRun<TState, TAction>(
    ISearchSpace<TState, TAction> space, IStateEvaluator<TState>? evaluator, StopSignal signal)
    where TState : notnull
{
    private long expanded;
    private long generated;
    private long evaluated;
    private long batches;

    public ISearchSpace<TState, TAction> Space => space;

    public bool HasEvaluator => evaluator is not null;

    public bool IsEstimateAdmissible => evaluator?.IsAdmissible ?? true;

    public bool IsStopped => signal.IsRaised;

    public long Reopened { get; set; }

    /// <summary>The cheapest way to a goal so far.</summary>
    public SearchNode<TState, TAction>? Incumbent { get; private set; }

    /// <summary>The most promising state so far, as the search sees it.</summary>
    public SearchNode<TState, TAction>? MostPromising { get; set; }

    /// <summary>A node for the initial state, judged.</summary>
    public async ValueTask<SearchNode<TState, TAction>> StartAsync()
    {
        Start(double.PositiveInfinity);
        var estimates = await EvaluateAsync([space.InitialState]).ConfigureAwait(false);
        return Start(estimates[0]);
    }

    /// <summary>A node for the initial state.</summary>
    public SearchNode<TState, TAction> Start(double estimate)
    {
        var root = new SearchNode<TState, TAction>(space.InitialState, null, default, 0, estimate, space.IsGoal(space.InitialState));
        MostPromising = root;
        NoteGoal(root);
        return root;
    }

    /// <summary>A node for a successor whose estimate is known.</summary>
    public SearchNode<TState, TAction> Follow(SearchNode<TState, TAction> parent, in Successor<TState, TAction> successor, double estimate)
    {
        var node = new SearchNode<TState, TAction>(
            successor.State, parent, successor.Action, successor.Cost, estimate, space.IsGoal(successor.State));
        NoteGoal(node);
        return node;
    }

    /// <summary>The successors of a state, or null if the budget ended.</summary>
    public async ValueTask<IReadOnlyList<Successor<TState, TAction>>?> ExpandAsync(TState state)
    {
        if (Interlocked.Increment(ref expanded) > (signal.Limits.Expansions ?? long.MaxValue))
        {
            signal.Raise(StopReason.Expansions);
        }

        if (signal.IsRaised)
        {
            Interlocked.Decrement(ref expanded);
            return null;
        }

        var successors = await space.ExpandAsync(state, signal.Token).ConfigureAwait(false);
        foreach (var successor in successors)
        {
            if (successor.Cost is not (>= 0 and < double.PositiveInfinity))
            {
                throw new InvalidOperationException(
                    $"The search space gave action '{successor.Action}' the cost {successor.Cost}; a cost must be at least 0 and finite.");
            }
        }

        Interlocked.Add(ref generated, successors.Count);
        return successors;
    }

    /// <summary>One estimate per state; zeros where nobody estimates.</summary>
    public async ValueTask<double[]> EvaluateAsync(IReadOnlyList<TState> states)
    {
        var estimates = new double[states.Count];
        if (evaluator is not null && states.Count > 0)
        {
            evaluated += states.Count;
            batches++;
            await evaluator.EvaluateAsync(states, estimates, signal.Token).ConfigureAwait(false);
            if (Array.Exists(estimates, double.IsNaN))
            {
                throw new InvalidOperationException("The evaluator answered with a value that is not a number.");
            }
        }

        return estimates;
    }

    public SearchResult<TState, TAction> Solved(SearchNode<TState, TAction> goal, bool isOptimal) =>
        Finish(SearchOutcome.Solved, goal, reachesGoal: true, isOptimal);

    public SearchResult<TState, TAction> Exhausted(SearchNode<TState, TAction>? end = null) => Finish(SearchOutcome.Exhausted, end, reachesGoal: false, isOptimal: false);

    public SearchResult<TState, TAction> Stopped() =>
        Stopped(Incumbent ?? MostPromising, Incumbent is not null);

    public SearchResult<TState, TAction> Stopped(SearchNode<TState, TAction>? end, bool reachesGoal) =>
        Finish(SearchOutcome.Stopped, end, reachesGoal, isOptimal: false);

    public SearchStatistics Statistics() => new(expanded, generated, evaluated, batches, Reopened);

    public Receipt Receipt()
    {
        var cost = Cost.Zero
            .With(Resource.WallTime, (long)signal.Elapsed.TotalMicroseconds)
            .With(Resource.Memory, signal.PeakMemory)
            .With(Resource.Expansions, expanded)
            .With(Resource.Generated, generated)
            .With(Resource.Evaluations, evaluated);
        return new([new ReceiptLine("search", cost)], signal.Limits, signal.Reason);
    }

    private void NoteGoal(SearchNode<TState, TAction> node)
    {
        if (node.IsGoal && (Incumbent is null || node.PathCost < Incumbent.PathCost))
        {
            Incumbent = node;
        }
    }

    private SearchResult<TState, TAction> Finish(
        SearchOutcome outcome, SearchNode<TState, TAction>? end, bool reachesGoal, bool isOptimal) =>
        new(outcome, end?.ToPath(), reachesGoal, isOptimal, Statistics(), Receipt());
}
