namespace Prudence.Search;

/// <summary>One way to a state.</summary>
internal sealed class SearchNode<TState, TAction>(
    TState state, SearchNode<TState, TAction>? parent, TAction? action, double stepCost, double estimate, bool isGoal)
    where TState : notnull
{
    public TState State { get; } = state;

    public SearchNode<TState, TAction>? Parent { get; } = parent;

    public double PathCost { get; } = parent is null ? 0 : parent.PathCost + stepCost;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public double Estimate { get; } = estimate;

    public bool IsGoal { get; } = isGoal;

    public bool IsExpanded { get; set; }

    public SearchPath<TState, TAction> ToPath()
    {
        var steps = new SearchStep<TState, TAction>[Depth];
        var node = this;
        while (node.Parent is not null)
        {
            steps[node.Depth - 1] = node.Step();
            node = node.Parent;
        }

        return new(node.State, steps, PathCost);
    }

    private SearchStep<TState, TAction> Step() => new(action!, State, stepCost);
}
