namespace Prudence.Search;

/// <summary>The tree of one run.</summary>
internal sealed class MonteCarloTree<TState, TAction>(
    SearchRun<TState, TAction> run, MonteCarloOptions options, RandomPlayout<TState, TAction>? playout)
    where TState : notnull
{
    private double bestGoalValue = double.NegativeInfinity;

    public MonteCarloNode<TState, TAction> Root { get; } = new(run.Start(estimate: 0), default, 1);

    /// <summary>The way to the most valuable goal so far.</summary>
    public SearchNode<TState, TAction>? BestGoal { get; private set; }

    /// <summary>The way to the best goal, or else down the most visited states.</summary>
    public SearchNode<TState, TAction> Answer => BestGoal ?? MostVisited();

    /// <summary>Judges that many leaves together; returns how many there were before the budget ended.</summary>
    public async Task<int> GrowAsync(int leaves)
    {
        var paths = new List<List<MonteCarloNode<TState, TAction>>>();
        try
        {
            while (paths.Count < leaves && await DescendAsync().ConfigureAwait(false) is { } path)
            {
                paths.Add(path);
            }

            await JudgeAsync(paths).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.IsStopped)
        {
            // What was being judged is lost; all before it stays.
        }

        return paths.Count;
    }

    /// <summary>Walks to a leaf, expanding it if it is due; null if the budget ended.</summary>
    private async Task<List<MonteCarloNode<TState, TAction>>?> DescendAsync()
    {
        var node = Root;
        var path = new List<MonteCarloNode<TState, TAction>> { node };
        while (!node.Way.IsGoal && node.Way.Depth < options.MaxDepth)
        {
            if (node.Children is null)
            {
                if (node.Tries < options.VisitsBeforeExpansion)
                {
                    break;
                }

                if (await run.ExpandAsync(node.State).ConfigureAwait(false) is not { } successors)
                {
                    return null;
                }

                node.Children = ChildrenOf(node, successors);
                if (options.VisitsBeforeExpansion == 0)
                {
                    break;
                }
            }

            if (node.Children.Count == 0)
            {
                break;
            }

            node = Select(node);
            path.Add(node);
        }

        path.ForEach(static visited => visited.Waiting++);
        return path;
    }

    private MonteCarloNode<TState, TAction>[] ChildrenOf(MonteCarloNode<TState, TAction> node, IReadOnlyList<Successor<TState, TAction>> successors)
    {
        var sum = successors.Sum(static successor => successor.Prior);
        return [.. successors.Select(successor => new MonteCarloNode<TState, TAction>(
            run.Follow(node.Way, successor, estimate: 0), successor.Action, sum > 0 ? successor.Prior / sum : 1.0 / successors.Count))];
    }

    private MonteCarloNode<TState, TAction> Select(MonteCarloNode<TState, TAction> node)
    {
        var chosen = node.Children![0];
        var highest = double.NegativeInfinity;
        foreach (var child in node.Children)
        {
            var score = Score(node, child);
            if (score > highest || (score == highest && child.Prior > chosen.Prior))
            {
                (chosen, highest) = (child, score);
            }
        }

        return chosen;
    }

    private double Score(MonteCarloNode<TState, TAction> parent, MonteCarloNode<TState, TAction> child)
    {
        if (options.Selection == SelectionRule.Puct)
        {
            var value = child.Tries == 0 ? options.UntriedValue : child.ValueAmongTries(options.BacksUpBest);
            return value + (options.Exploration * child.Prior * Math.Sqrt(parent.Tries) / (1 + child.Tries));
        }

        return child.Tries == 0
            ? double.PositiveInfinity
            : child.ValueAmongTries(options.BacksUpBest) + (options.Exploration * Math.Sqrt(Math.Log(parent.Tries) / child.Tries));
    }

    private async Task JudgeAsync(List<List<MonteCarloNode<TState, TAction>>> paths)
    {
        var values = new double[paths.Count];
        var open = Enumerable.Range(0, paths.Count).Where(i => KnownValue(paths[i][^1]) is null).ToList();
        var answers = playout is null ? await run.EvaluateAsync(open.ConvertAll(i => paths[i][^1].State)).ConfigureAwait(false) : null;
        for (int i = 0, next = 0; i < paths.Count; i++)
        {
            var leaf = paths[i][^1];
            var end = leaf.Way;
            if (KnownValue(leaf) is { } known)
            {
                values[i] = known;
            }
            else if (playout is null)
            {
                values[i] = answers![next++];
            }
            else
            {
                end = await playout.PlayAsync(end).ConfigureAwait(false);
                values[i] = end.IsGoal ? options.GoalValue!.Value : options.DeadEndValue;
            }

            Back(paths[i], end, values[i] - (options.CostWeight * end.PathCost));
        }
    }

    private double? KnownValue(MonteCarloNode<TState, TAction> leaf) =>
        leaf.Way.IsGoal ? options.GoalValue : leaf.Children is { Count: 0 } ? options.DeadEndValue : null;

    private void Back(List<MonteCarloNode<TState, TAction>> path, SearchNode<TState, TAction> end, double value)
    {
        foreach (var node in path)
        {
            node.Waiting--;
            node.Count(value);
        }

        if (end.IsGoal && (value > bestGoalValue || (value == bestGoalValue && end.PathCost < BestGoal!.PathCost)))
        {
            (BestGoal, bestGoalValue) = (end, value);
        }
    }

    private SearchNode<TState, TAction> MostVisited()
    {
        var node = Root;
        while (node.Children?.Where(static child => child.Visits > 0).MaxBy(static child => (child.Visits, child.MeanValue)) is { } next)
        {
            node = next;
        }

        return node.Way;
    }
}
