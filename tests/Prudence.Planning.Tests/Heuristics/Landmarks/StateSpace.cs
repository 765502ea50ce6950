using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Landmarks;

/// <summary>The plain semantics of a small task, for brute force: all reachable states and transitions.</summary>
internal sealed class StateSpace
{
    private readonly PlanningTask task;
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<int> firstTransition = [0];

    public StateSpace(PlanningTask task)
    {
        this.task = task;
        Add(Derive(task, task.InitialState));
        for (var state = 0; state < States.Count; state++)
        {
            for (var o = 0; o < task.Operators.Count; o++)
            {
                if (Successor(task, States[state], o) is { } values)
                {
                    Transitions.Add((state, o, Add(values)));
                }
            }

            firstTransition.Add(Transitions.Count);
        }
    }

    /// <summary>The reachable states; the initial one comes first.</summary>
    public List<int[]> States { get; } = [];

    public List<(int From, int Operator, int To)> Transitions { get; } = [];

    public bool IsGoal(int state) => Array.TrueForAll(task.Goal, fact => Holds(task, States[state], fact));

    /// <summary>The states reachable through states that satisfy a condition, which the initial state must satisfy too.</summary>
    public bool[] ReachableWithin(Predicate<int[]> condition)
    {
        var reached = new bool[States.Count];
        var open = new Stack<int>();
        Visit(0);
        while (open.TryPop(out var from))
        {
            for (var t = firstTransition[from]; t < firstTransition[from + 1]; t++)
            {
                Visit(Transitions[t].To);
            }
        }

        return reached;

        void Visit(int state)
        {
            if (!reached[state] && condition(States[state]))
            {
                reached[state] = true;
                open.Push(state);
            }
        }
    }

    /// <summary>Which states lead to a goal.</summary>
    public bool[] Solvable()
    {
        var solvable = new bool[States.Count];
        for (var state = 0; state < solvable.Length; state++)
        {
            solvable[state] = IsGoal(state);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            for (var t = Transitions.Count - 1; t >= 0; t--)
            {
                var (from, _, to) = Transitions[t];
                changed |= solvable[to] && !solvable[from];
                solvable[from] |= solvable[to];
            }
        }

        return solvable;
    }

    /// <summary>The state an operator leads to; null if it is not applicable.</summary>
    public static int[]? Successor(PlanningTask task, int[] state, int o)
    {
        var operators = task.Operators;
        foreach (var fact in operators.Preconditions[o])
        {
            if (!Holds(task, state, fact))
            {
                return null;
            }
        }

        var result = (int[])state.Clone();
        for (var effect = operators.EffectStarts[o]; effect < operators.EffectStarts[o + 1]; effect++)
        {
            var happens = true;
            foreach (var condition in operators.EffectConditions[effect])
            {
                happens &= Holds(task, state, condition);
            }

            if (happens)
            {
                var fact = operators.EffectFacts[effect];
                result[task.FactVariables[fact]] = task.FactValue(fact);
            }
        }

        return Derive(task, result);
    }

    public static bool Holds(PlanningTask task, int[] state, int fact) => state[task.FactVariables[fact]] == task.FactValue(fact);

    private static int[] Derive(PlanningTask task, int[] state)
    {
        var result = (int[])state.Clone();
        for (var v = 0; v < result.Length; v++)
        {
            result[v] = task.Variables[v].IsDerived ? task.Variables[v].DefaultValue : result[v];
        }

        for (var layer = 0; layer <= task.Variables.Max(static variable => variable.AxiomLayer); layer++)
        {
            for (var changed = true; changed;)
            {
                changed = false;
                for (var rule = 0; rule < task.Axioms.Count; rule++)
                {
                    var head = task.Axioms.Heads[rule];
                    if (task.Variables[task.FactVariables[head]].AxiomLayer == layer
                        && !Holds(task, result, head)
                        && Array.TrueForAll(task.Axioms.Bodies[rule].ToArray(), fact => Holds(task, result, fact)))
                    {
                        result[task.FactVariables[head]] = task.FactValue(head);
                        changed = true;
                    }
                }
            }
        }

        return result;
    }

    private int Add(int[] values)
    {
        var key = string.Join(',', values);
        if (!numbers.TryGetValue(key, out var number))
        {
            number = States.Count;
            numbers.Add(key, number);
            States.Add(values);
        }

        return number;
    }
}
