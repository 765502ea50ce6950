using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>Which derived variables the rules of a derived variable mention, and whether as default or as derived value.</summary>
internal sealed class DerivedDependencies
{
    private readonly PlanningTask task;
    private readonly IntLists rulesOf;
    private readonly bool[] isCyclic;

    public DerivedDependencies(PlanningTask task)
    {
        this.task = task;
        var rules = new List<int>[task.Variables.Length];
        for (var rule = 0; rule < task.Axioms.Count; rule++)
        {
            // A rule that needs its own head adds nothing: whatever derived the head first was another rule.
            var head = task.Axioms.Heads[rule];
            if (!task.Axioms.Bodies[rule].Contains(head))
            {
                (rules[task.FactVariables[head]] ??= []).Add(rule);
            }
        }

        rulesOf = IntLists.From(Array.ConvertAll(rules, static list => (IReadOnlyList<int>)(list ?? [])));
        isCyclic = new bool[task.Variables.Length];
        MarkCycles();
    }

    /// <summary>The rules that derive a variable, without those that need what they derive.</summary>
    public ReadOnlySpan<int> RulesOf(int variable) => rulesOf[variable];

    /// <summary>True if the variable's derivation may run through another derived variable and back.</summary>
    public bool IsCyclic(int variable) => isCyclic[variable];

    /// <summary>For each variable, whether the rules' users need to know how it gets its default value.</summary>
    public bool[] NeededDefaults()
    {
        var needed = new[] { new bool[task.Variables.Length], new bool[task.Variables.Length] };
        var open = new Stack<(int Variable, bool IsDefault)>();
        void Need(int fact, bool flip)
        {
            var variable = task.FactVariables[fact];
            if (!task.Variables[variable].IsDerived)
            {
                return;
            }

            var isDefault = (task.FactValue(fact) == task.Variables[variable].DefaultValue) ^ flip;
            if (!needed[isDefault ? 1 : 0][variable])
            {
                needed[isDefault ? 1 : 0][variable] = true;
                open.Push((variable, isDefault));
            }
        }

        foreach (var facts in (int[][])[task.Goal, task.Operators.Preconditions.Items, task.Operators.EffectConditions.Items])
        {
            foreach (var fact in facts)
            {
                Need(fact, flip: false);
            }
        }

        while (open.TryPop(out var next))
        {
            if (next.IsDefault && isCyclic[next.Variable])
            {
                continue;
            }

            foreach (var rule in rulesOf[next.Variable])
            {
                foreach (var fact in task.Axioms.Bodies[rule])
                {
                    Need(fact, flip: next.IsDefault);
                }
            }
        }

        return needed[1];
    }

    /// <summary>Finds the strongly connected components with more than one variable (Tarjan 1972), without recursion.</summary>
    private void MarkCycles()
    {
        var count = task.Variables.Length;
        var index = new int[count];
        var low = new int[count];
        var onPath = new bool[count];
        var path = new Stack<int>();
        var calls = new Stack<(int Variable, int NextEdge)>();
        var edges = DerivedEdges();
        var clock = 0;
        for (var root = 0; root < count; root++)
        {
            if (index[root] == 0 && task.Variables[root].IsDerived)
            {
                calls.Push((root, 0));
            }

            while (calls.TryPop(out var call))
            {
                var (variable, edge) = call;
                if (edge == 0)
                {
                    index[variable] = low[variable] = ++clock;
                    path.Push(variable);
                    onPath[variable] = true;
                }
                else
                {
                    low[variable] = Math.Min(low[variable], low[edges[variable][edge - 1]]);
                }

                while (edge < edges[variable].Length && index[edges[variable][edge]] != 0)
                {
                    var target = edges[variable][edge++];
                    low[variable] = onPath[target] ? Math.Min(low[variable], index[target]) : low[variable];
                }

                if (edge < edges[variable].Length)
                {
                    calls.Push((variable, edge + 1));
                    calls.Push((edges[variable][edge], 0));
                }
                else if (low[variable] == index[variable])
                {
                    CloseComponent(variable, path, onPath);
                }
            }
        }
    }

    private void CloseComponent(int root, Stack<int> path, bool[] onPath)
    {
        var isSingle = path.Peek() == root;
        int member;
        do
        {
            member = path.Pop();
            onPath[member] = false;
            isCyclic[member] = !isSingle;
        }
        while (member != root);
    }

    private IntLists DerivedEdges()
    {
        var targets = new List<IReadOnlyList<int>>(task.Variables.Length);
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            var list = new List<int>();
            foreach (var rule in rulesOf[variable])
            {
                foreach (var fact in task.Axioms.Bodies[rule])
                {
                    var other = task.FactVariables[fact];
                    if (task.Variables[other].IsDerived && task.FactValue(fact) != task.Variables[other].DefaultValue)
                    {
                        list.Add(other);
                    }
                }
            }

            IntSets.Normalise(list);
            targets.Add(list);
        }

        return IntLists.From(targets);
    }
}
