using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>
/// Solves the local problems of the context-enhanced additive heuristic together, by one Dijkstra search over all their nodes. A problem is begun
/// when a transition first asks for it, at the cost reached by then, which keeps nodes in an order in which each is final when its turn comes.
/// </summary>
internal sealed class LocalProblems
{
    private readonly PlanningTask task;
    private readonly LocalTransitions[] graphs;
    private readonly int[] costs;
    private readonly NodeTable nodes;
    private readonly ContextPool contexts;
    private readonly WaitingTransitions waiting = new();
    private readonly PriorityQueue<int, int> open = new();
    private readonly int[] stateValues;

    public LocalProblems(PlanningTask task, LocalTransitions[] graphs, int[] operatorCosts, StopSignal? stop)
    {
        this.task = task;
        this.graphs = graphs;
        costs = operatorCosts;
        nodes = new NodeTable(task, stop);
        contexts = new ContextPool(stop);
        stateValues = new int[task.Variables.Length];
    }

    /// <summary>The nodes with their costs and supporters.</summary>
    public NodeTable Nodes => nodes;

    /// <summary>The node at which a goal fact is reached from the state.</summary>
    public int GoalNode(int goalFact)
    {
        var variable = task.FactVariables[goalFact];
        return nodes.Node(task.Fact(variable, stateValues[variable]), task.FactValue(goalFact));
    }

    /// <summary>Solves what the goal needs from a state.</summary>
    /// <returns>The summed cost of the goal facts, or <see cref="Heuristic.DeadEnd"/>.</returns>
    public int Solve(ReadOnlySpan<int> values)
    {
        values.CopyTo(stateValues);
        nodes.Reset();
        contexts.Clear();
        waiting.Clear();
        open.Clear();
        var missing = 0;
        foreach (var fact in task.Goal)
        {
            Begin(task.Fact(task.FactVariables[fact], stateValues[task.FactVariables[fact]]), 0);
            missing++;
        }

        while (missing > 0 && open.TryDequeue(out var node, out var priority))
        {
            if (!nodes.IsFinal[node])
            {
                missing -= IsGoalNode(node) ? 1 : 0;
                Close(node, priority);
            }
        }

        return missing > 0 ? Heuristic.DeadEnd : GoalCost();
    }

    /// <summary>The graph that the problem of a node walks.</summary>
    public LocalTransitions Graph(int node) => graphs[task.FactVariables[nodes.ProblemOf(node)]];

    /// <summary>The values of the parents at a final node.</summary>
    public ReadOnlySpan<int> Context(int node) => contexts.Row(nodes.ContextRows[node], Graph(node).Parents.Length);

    private int GoalCost()
    {
        var sum = 0;
        foreach (var fact in task.Goal)
        {
            sum = WaitingTransitions.SaturatingSum(sum, nodes.Costs[GoalNode(fact)]);
        }

        return sum;
    }

    private bool IsGoalNode(int node)
    {
        var problem = nodes.ProblemOf(node);
        var variable = task.FactVariables[problem];
        return stateValues[variable] == task.FactValue(problem)
            && Array.BinarySearch(task.Goal, task.Fact(variable, nodes.ValueOf(node))) >= 0;
    }

    private void Begin(int problem, int baseCost)
    {
        if (nodes.TryBegin(problem, baseCost))
        {
            open.Enqueue(nodes.Node(problem, task.FactValue(problem)), baseCost);
        }
    }

    private void Close(int node, int priority)
    {
        nodes.IsFinal[node] = true;
        WriteContext(node);
        var cost = nodes.Costs[node];
        ref var list = ref nodes.WaitingLists[node];
        while (list >= 0)
        {
            if (waiting.Take(ref list, cost, out var target, out var transition, out var total))
            {
                Reach(target, transition, total);
            }
        }

        var graph = Graph(node);
        var value = nodes.ValueOf(node);
        for (var t = graph.Starts[value]; t < graph.Starts[value + 1]; t++)
        {
            Follow(node, graph, t, priority);
        }
    }

    private void WriteContext(int node)
    {
        var graph = Graph(node);
        var length = graph.Parents.Length;
        nodes.ContextRows[node] = contexts.Add(length);
        var row = contexts.Row(nodes.ContextRows[node], length);
        var supporter = nodes.Supporters[node];
        if (supporter < 0)
        {
            for (var i = 0; i < length; i++)
            {
                row[i] = stateValues[graph.Parents[i]];
            }

            return;
        }

        ref readonly var transition = ref graph.Transitions[supporter];
        var source = nodes.Node(nodes.ProblemOf(node), transition.Source);
        contexts.Row(nodes.ContextRows[source], length).CopyTo(row);
        Assign(transition.Conditions, row);
        Assign(transition.SideEffects, row);
    }

    private static void Assign(int[] pairs, Span<int> row)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            row[pairs[i]] = pairs[i + 1];
        }
    }

    private void Follow(int node, LocalTransitions graph, int number, int priority)
    {
        ref readonly var transition = ref graph.Transitions[number];
        var target = nodes.Node(nodes.ProblemOf(node), transition.Target);
        var total = WaitingTransitions.SaturatingSum(nodes.Costs[node], costs[transition.Operator]);
        if (nodes.IsFinal[target] || total >= nodes.Costs[target])
        {
            return;
        }

        var row = Context(node);
        var item = waiting.Add(target, number);
        var isComplete = true;
        for (var i = 0; i < transition.Conditions.Length; i += 2)
        {
            var (parent, wanted) = (transition.Conditions[i], transition.Conditions[i + 1]);
            if (row[parent] == wanted)
            {
                continue;
            }

            var problem = task.Fact(graph.Parents[parent], row[parent]);
            Begin(problem, priority);
            var asked = nodes.Node(problem, wanted);
            if (nodes.IsFinal[asked])
            {
                total = WaitingTransitions.SaturatingSum(total, nodes.Costs[asked]);
            }
            else
            {
                waiting.Wait(item, ref nodes.WaitingLists[asked]);
                isComplete = false;
            }
        }

        if (isComplete)
        {
            waiting.RemoveLast();
            Reach(target, number, total);
        }
        else
        {
            waiting.SetCost(item, total);
        }
    }

    private void Reach(int node, int transition, int cost)
    {
        if (!nodes.IsFinal[node] && cost < nodes.Costs[node])
        {
            nodes.Costs[node] = cost;
            nodes.Supporters[node] = transition;
            open.Enqueue(node, WaitingTransitions.SaturatingSum(nodes.BaseCosts[nodes.ProblemOf(node)], cost));
        }
    }
}
