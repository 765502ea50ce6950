using Prudence.Budgeting;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>
/// The landmark-cut heuristic (Helmert and Domshlak 2009, "Landmarks, critical paths and abstractions: what's the difference anyway?"): cuts the
/// justification graph of hmax, pays for the cheapest operator of the cut, takes that much off all its operators, and so on until the goal
/// costs nothing. Admissible where operators count what they cost, also with conditional effects and derived predicates.
/// </summary>
public sealed class LmCutHeuristic : Heuristic
{
    private readonly StopSignal? stop;
    private readonly CutTask cutTask;
    private readonly JustificationGraph graph;
    private readonly CutFinder finder;
    private readonly int[] stateFacts;
    private readonly int[] changed;
    private readonly bool[] isChanged;
    private readonly int[] paid;
    private readonly bool[] isPaid;
    private int changedCount;

    /// <summary>Prepares the heuristic for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operators are counted.</param>
    /// <param name="stop">Ends the preparation, or an evaluation, early: on a large task one evaluation may take seconds.</param>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public LmCutHeuristic(PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, StopSignal? stop = null)
        : base(task)
    {
        this.stop = stop;
        IsAdmissible = costType == OperatorCostType.Normal;
        cutTask = CutTaskBuilder.Build(task, OperatorCosts.Adjust(task, costType), stop);
        graph = new JustificationGraph(cutTask);
        finder = new CutFinder(cutTask, graph);
        stateFacts = new int[task.Variables.Length];
        changed = new int[cutTask.OperatorCount];
        isChanged = new bool[cutTask.OperatorCount];
        paid = new int[cutTask.OperatorCount];
        isPaid = new bool[cutTask.OperatorCount];
    }

    /// <inheritdoc/>
    public override bool IsAdmissible { get; }

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        RestoreCosts();
        for (var variable = 0; variable < stateFacts.Length; variable++)
        {
            stateFacts[variable] = cutTask.FactNumbers.Span[Task.FactOffsets[variable] + state[variable]];
        }

        graph.Explore(stateFacts);
        if (graph.GoalCost == JustificationGraph.Unreached)
        {
            return DeadEnd;
        }

        long total = 0;
        while (graph.GoalCost > 0)
        {
            stop?.ThrowIfRaised();
            finder.Find(stateFacts);
            total += PayCut();
        }

        return (int)Math.Min(total, DeadEnd - 1);
    }

    /// <summary>Takes the cost of the cheapest operator of the cut off all of them.</summary>
    private unsafe int PayCut()
    {
        var cost = int.MaxValue;
        foreach (var o in finder.Cut)
        {
            cost = Math.Min(cost, graph.Operators[o].Cost);
        }

        foreach (var o in finder.Cut)
        {
            Lower(o, cost);
        }

        graph.Lower(cutTask.Groups.Count == 0 ? finder.Cut : PayGroups(cost));
        return cost;
    }

    /// <summary>Lowers the operators outside the cut that stand for the same operators of the task; answers all that became cheaper.</summary>
    private unsafe ReadOnlySpan<int> PayGroups(int cost)
    {
        var count = 0;
        foreach (var o in finder.Cut)
        {
            paid[count++] = o;
            isPaid[o] = true;
        }

        foreach (var o in finder.Cut)
        {
            foreach (var member in graph.Operators[o].Group < 0 ? [] : cutTask.Groups[graph.Operators[o].Group])
            {
                if (!isPaid[member])
                {
                    isPaid[member] = true;
                    paid[count++] = member;
                    Lower(member, cost);
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            isPaid[paid[i]] = false;
        }

        return paid.AsSpan(0, count);
    }

    private unsafe void Lower(int o, int cost)
    {
        graph.Operators[o].Cost -= cost;
        if (!isChanged[o])
        {
            isChanged[o] = true;
            changed[changedCount++] = o;
        }
    }

    private unsafe void RestoreCosts()
    {
        while (changedCount > 0)
        {
            var o = changed[--changedCount];
            isChanged[o] = false;
            graph.Operators[o].Cost = cutTask.Operators.Span[o].Cost;
        }
    }
}
