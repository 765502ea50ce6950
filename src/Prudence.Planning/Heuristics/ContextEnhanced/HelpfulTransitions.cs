using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>
/// Finds helpful transitions (Helmert 2006, "The Fast Downward planning system", section 5.2.3): the first step on the way to each goal, or, where
/// its operator is not applicable, the first steps towards what that step asks for.
/// </summary>
internal sealed class HelpfulTransitions(PlanningTask task, LocalProblems problems)
{
    private readonly HashSet<int> seen = [];
    private readonly Stack<int> open = new();

    /// <summary>Adds the applicable operators of helpful transitions.</summary>
    /// <param name="values">The state that was solved.</param>
    /// <param name="preferred">Where they go.</param>
    public void Collect(ReadOnlySpan<int> values, PreferredOperators preferred)
    {
        seen.Clear();
        foreach (var fact in task.Goal)
        {
            Push(problems.GoalNode(fact));
        }

        while (open.TryPop(out var node))
        {
            Visit(FirstStep(node), values, preferred);
        }
    }

    private void Push(int node)
    {
        if (problems.Nodes.Supporters[node] >= 0 && seen.Add(node))
        {
            open.Push(node);
        }
    }

    /// <summary>The node that the way to a node reaches first.</summary>
    private int FirstStep(int node)
    {
        for (; ; )
        {
            var transition = problems.Graph(node).Transitions[problems.Nodes.Supporters[node]];
            var source = problems.Nodes.Node(problems.Nodes.ProblemOf(node), transition.Source);
            if (problems.Nodes.Supporters[source] < 0)
            {
                return node;
            }

            node = source;
        }
    }

    private void Visit(int node, ReadOnlySpan<int> values, PreferredOperators preferred)
    {
        var graph = problems.Graph(node);
        var transition = graph.Transitions[problems.Nodes.Supporters[node]];
        if (IsApplicable(transition.Operator, values))
        {
            preferred.Add(transition.Operator);
            return;
        }

        for (var i = 0; i < transition.Conditions.Length; i += 2)
        {
            var parent = graph.Parents[transition.Conditions[i]];
            if (values[parent] != transition.Conditions[i + 1])
            {
                Push(problems.Nodes.Node(task.Fact(parent, values[parent]), transition.Conditions[i + 1]));
            }
        }
    }

    private bool IsApplicable(int operatorId, ReadOnlySpan<int> values)
    {
        foreach (var fact in task.Operators.Preconditions[operatorId])
        {
            if (values[task.FactVariables[fact]] != task.FactValue(fact))
            {
                return false;
            }
        }

        return true;
    }
}
