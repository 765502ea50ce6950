using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Which derived variables depend on which: the strongly connected components of that relation in an order in which each comes after those it
/// depends on (Tarjan 1972, without recursion, because chains of rules can be long).
/// </summary>
internal sealed class AxiomDependencies
{
    private readonly PlanningTask task;
    private readonly IntLists rulesByVariable;
    private readonly int[] index;
    private readonly int[] low;
    private readonly Stack<int> path = new();
    private readonly List<int[]> components = [];
    private int visited;

    /// <summary>Orders the derived variables of a task.</summary>
    public AxiomDependencies(PlanningTask task)
    {
        this.task = task;
        var heads = Array.ConvertAll(task.Axioms.Heads, head => new[] { task.FactVariables[head] });
        rulesByVariable = IntLists.From(heads).Invert(task.Variables.Length);
        index = new int[task.Variables.Length];
        low = new int[task.Variables.Length];
        for (var variable = 0; variable < index.Length; variable++)
        {
            if (task.Variables[variable].IsDerived && index[variable] == 0)
            {
                Visit(variable);
            }
        }
    }

    /// <summary>The components, each after those it depends on.</summary>
    public IReadOnlyList<int[]> Components => components;

    /// <summary>The rules that derive a variable.</summary>
    public ReadOnlySpan<int> RulesOf(int variable) => rulesByVariable[variable];

    private void Visit(int root)
    {
        var pending = new Stack<(int Variable, IEnumerator<int> Dependencies)>();
        Enter(root, pending);
        while (pending.Count > 0)
        {
            var (variable, dependencies) = pending.Peek();
            if (dependencies.MoveNext())
            {
                if (index[dependencies.Current] == 0)
                {
                    Enter(dependencies.Current, pending);
                }
                else if (index[dependencies.Current] > 0)
                {
                    low[variable] = Math.Min(low[variable], index[dependencies.Current]);
                }
            }
            else
            {
                pending.Pop();
                Leave(variable);
                if (pending.Count > 0)
                {
                    var parent = pending.Peek().Variable;
                    low[parent] = Math.Min(low[parent], low[variable]);
                }
            }
        }
    }

    private void Enter(int variable, Stack<(int Variable, IEnumerator<int> Dependencies)> pending)
    {
        index[variable] = low[variable] = ++visited;
        path.Push(variable);
        pending.Push((variable, Dependencies(variable).GetEnumerator()));
    }

    // Variables of finished components have a negative index, so that they count no more, and the highest possible low link.
    private void Leave(int variable)
    {
        if (low[variable] != index[variable])
        {
            return;
        }

        var component = new List<int>();
        int member;
        do
        {
            member = path.Pop();
            index[member] = -1;
            low[member] = int.MaxValue;
            component.Add(member);
        }
        while (member != variable);
        components.Add([.. component]);
    }

    private IEnumerable<int> Dependencies(int variable)
    {
        foreach (var rule in rulesByVariable[variable].ToArray())
        {
            foreach (var fact in task.Axioms.Bodies[rule].ToArray())
            {
                var dependency = task.FactVariables[fact];
                if (task.Variables[dependency].IsDerived)
                {
                    yield return dependency;
                }
            }
        }
    }
}
