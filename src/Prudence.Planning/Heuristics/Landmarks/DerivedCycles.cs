using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Finds the derived variables that depend on themselves, by the strongly connected components of the axioms (Tarjan 1972).</summary>
internal sealed class DerivedCycles(PlanningTask task, IntLists rulesOf)
{
    private readonly int[] index = new int[task.Variables.Length];
    private readonly int[] low = new int[task.Variables.Length];
    private readonly bool[] isOpen = new bool[task.Variables.Length];
    private readonly bool[] isCyclic = new bool[task.Variables.Length];
    private readonly Stack<int> component = new();
    private readonly Stack<(int Variable, int[] Needs, int Next)> path = new();
    private int count;

    /// <summary>For each variable whether it is on a cycle.</summary>
    public bool[] Find()
    {
        for (var variable = 0; variable < index.Length; variable++)
        {
            if (task.Variables[variable].IsDerived && index[variable] == 0)
            {
                Visit(variable);
            }
        }

        return isCyclic;
    }

    private void Visit(int start)
    {
        Enter(start);
        while (path.TryPop(out var step))
        {
            var (variable, needs, next) = step;
            if (next == needs.Length)
            {
                Leave(variable);
                continue;
            }

            path.Push((variable, needs, next + 1));
            var needed = needs[next];
            isCyclic[variable] |= needed == variable;
            if (index[needed] == 0)
            {
                Enter(needed);
            }
            else if (isOpen[needed])
            {
                low[variable] = Math.Min(low[variable], index[needed]);
            }
        }
    }

    private void Enter(int variable)
    {
        index[variable] = low[variable] = ++count;
        isOpen[variable] = true;
        component.Push(variable);
        var needs = new List<int>();
        foreach (var rule in rulesOf[variable])
        {
            foreach (var fact in task.Axioms.Bodies[rule])
            {
                if (task.Variables[task.FactVariables[fact]].IsDerived)
                {
                    needs.Add(task.FactVariables[fact]);
                }
            }
        }

        path.Push((variable, [.. needs], 0));
    }

    private void Leave(int variable)
    {
        if (path.TryPeek(out var parent))
        {
            low[parent.Variable] = Math.Min(low[parent.Variable], low[variable]);
        }

        if (low[variable] != index[variable])
        {
            return;
        }

        var isAlone = component.Peek() == variable;
        int member;
        do
        {
            member = component.Pop();
            isOpen[member] = false;
            isCyclic[member] |= !isAlone;
        }
        while (member != variable);
    }
}
