using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>
/// The nodes of all local problems: there is one problem for each fact (a variable and the value it starts from), and in it one node for each value
/// of the variable. Only problems that were begun hold anything; <see cref="Reset"/> costs what was begun.
/// </summary>
internal sealed class NodeTable
{
    /// <summary>The cost of a node nobody has reached.</summary>
    public const int Unreached = int.MaxValue;

    private readonly PlanningTask task;
    private readonly int[] firstNodes;
    private readonly int[] problemOfNode;
    private readonly int[] begun;
    private readonly bool[] isBegun;
    private int begunCount;

    /// <exception cref="RunStoppedException">There is not enough memory left in the budget.</exception>
    public NodeTable(PlanningTask task, StopSignal? stop)
    {
        this.task = task;
        firstNodes = new int[task.FactCount + 1];
        var count = 0L;
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            firstNodes[fact] = (int)count;
            count += task.Variables[task.FactVariables[fact]].DomainSize;
            if (count > Array.MaxLength)
            {
                throw new RunStoppedException(StopReason.Memory);
            }
        }

        firstNodes[^1] = (int)count;
        Grounding.GrowthGuard.Reserve(stop, 6 * count);
        problemOfNode = new int[count];
        Costs = new int[count];
        Supporters = new int[count];
        ContextRows = new int[count];
        WaitingLists = new int[count];
        IsFinal = new bool[count];
        begun = new int[task.FactCount];
        isBegun = new bool[task.FactCount];
        BaseCosts = new int[task.FactCount];
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            problemOfNode.AsSpan(firstNodes[fact]..firstNodes[fact + 1]).Fill(fact);
        }
    }

    /// <summary>The cheapest known cost to each node from the start of its problem.</summary>
    public int[] Costs { get; }

    /// <summary>The transition by which each node is reached, among those of its variable; -1 at the start of a problem.</summary>
    public int[] Supporters { get; }

    /// <summary>Where the context of each final node begins.</summary>
    public int[] ContextRows { get; }

    /// <summary>The first of those who wait for each node; -1 for none.</summary>
    public int[] WaitingLists { get; }

    /// <summary>Whether the cost of each node is known for good.</summary>
    public bool[] IsFinal { get; }

    /// <summary>The cost at which each problem was begun.</summary>
    public int[] BaseCosts { get; }

    /// <summary>The problem of a node: the fact it starts from.</summary>
    public int ProblemOf(int node) => problemOfNode[node];

    /// <summary>The value that a node stands for.</summary>
    public int ValueOf(int node) => node - firstNodes[problemOfNode[node]];

    /// <summary>The node for a value in the problem that starts from a fact.</summary>
    public int Node(int problem, int value) => firstNodes[problem] + value;

    /// <summary>Begins a problem.</summary>
    /// <returns>True unless it was begun before.</returns>
    public bool TryBegin(int problem, int baseCost)
    {
        if (isBegun[problem])
        {
            return false;
        }

        isBegun[problem] = true;
        begun[begunCount++] = problem;
        BaseCosts[problem] = baseCost;
        var (first, length) = (firstNodes[problem], firstNodes[problem + 1] - firstNodes[problem]);
        Costs.AsSpan(first, length).Fill(Unreached);
        Supporters.AsSpan(first, length).Fill(-1);
        WaitingLists.AsSpan(first, length).Fill(-1);
        IsFinal.AsSpan(first, length).Clear();
        Costs[first + task.FactValue(problem)] = 0;
        return true;
    }

    /// <summary>Forgets all problems.</summary>
    public void Reset()
    {
        while (begunCount > 0)
        {
            isBegun[begun[--begunCount]] = false;
        }
    }
}
