using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Finds for each derived atom the layer in which it is evaluated: not below those it depends on, and above those whose absence it depends on.
/// </summary>
internal sealed class AxiomLayers
{
    private readonly TaskPruning pruning;
    private readonly IntLists rulesOfAtom;
    private readonly int[] layers;
    private readonly int[] order;
    private readonly int[] low;
    private readonly List<int> stack = [];
    private readonly List<int> path = [];
    private readonly List<int> rulePositions = [];
    private readonly List<int> bodyPositions = [];
    private int visited;

    private AxiomLayers(TaskPruning pruning)
    {
        this.pruning = pruning;
        var task = pruning.Task;
        var starts = new int[task.RuleHeads.Length + 1];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = i;
        }

        rulesOfAtom = new IntLists(starts, task.RuleHeads).Invert(task.AtomCount);
        layers = new int[task.AtomCount];
        order = new int[task.AtomCount];
        low = new int[task.AtomCount];
    }

    /// <summary>The layer of every open derived atom, from 0; -1 for all others.</summary>
    /// <exception cref="UnstratifiableAxiomsException">Some atom depends on its own absence.</exception>
    public static int[] Compute(TaskPruning pruning)
    {
        var computation = new AxiomLayers(pruning);
        Array.Fill(computation.layers, -1);
        for (var atom = 0; atom < pruning.Status.Length; atom++)
        {
            if (computation.IsNode(atom) && computation.order[atom] == 0)
            {
                computation.Visit(atom);
            }
        }

        return computation.layers;
    }

    private bool IsNode(int atom) => pruning.IsDerived[atom] && pruning.Status[atom] == AtomStatus.Open;

    /// <summary>Tarjan's search for strongly connected components, with its own stack since rules may chain deeply.</summary>
    private void Visit(int root)
    {
        Enter(root);
        while (path.Count > 0)
        {
            var atom = path[^1];
            var successor = NextSuccessor(atom);
            if (successor < 0)
            {
                Leave(atom);
            }
            else if (order[successor] == 0)
            {
                Enter(successor);
            }
            else if (layers[successor] < 0)
            {
                low[atom] = Math.Min(low[atom], order[successor]);
            }
        }
    }

    private void Enter(int atom)
    {
        order[atom] = low[atom] = ++visited;
        stack.Add(atom);
        path.Add(atom);
        rulePositions.Add(0);
        bodyPositions.Add(0);
    }

    private void Leave(int atom)
    {
        path.RemoveAt(path.Count - 1);
        rulePositions.RemoveAt(rulePositions.Count - 1);
        bodyPositions.RemoveAt(bodyPositions.Count - 1);
        if (path.Count > 0)
        {
            low[path[^1]] = Math.Min(low[path[^1]], low[atom]);
        }

        if (low[atom] == order[atom])
        {
            var first = stack.LastIndexOf(atom);
            AssignLayer(first);
            stack.RemoveRange(first, stack.Count - first);
        }
    }

    /// <summary>The next derived atom in the bodies of an atom's rules, or -1.</summary>
    private int NextSuccessor(int atom)
    {
        var rules = rulesOfAtom[atom];
        for (; rulePositions[^1] < rules.Length; rulePositions[^1]++)
        {
            var rule = rules[rulePositions[^1]];
            var body = pruning.RemovedRules[rule] ? [] : pruning.Task.RuleBodies[rule];
            while (bodyPositions[^1] < body.Length)
            {
                var literal = body[bodyPositions[^1]++];
                var successor = literal >= 0 ? literal : ~literal;
                if (IsNode(successor))
                {
                    return successor;
                }
            }

            bodyPositions[^1] = 0;
        }

        return -1;
    }

    /// <summary>Gives one layer to the component at the top of the stack; all it depends on outside itself has its layer already.</summary>
    private void AssignLayer(int first)
    {
        var layer = 0;
        for (var i = first; i < stack.Count; i++)
        {
            foreach (var rule in rulesOfAtom[stack[i]])
            {
                if (!pruning.RemovedRules[rule])
                {
                    layer = Math.Max(layer, LowestLayer(rule, stack[i]));
                }
            }
        }

        for (var i = first; i < stack.Count; i++)
        {
            layers[stack[i]] = layer;
        }
    }

    private int LowestLayer(int rule, int head)
    {
        var layer = 0;
        foreach (var literal in pruning.Task.RuleBodies[rule])
        {
            var atom = literal >= 0 ? literal : ~literal;
            if (!IsNode(atom))
            {
                continue;
            }

            if (layers[atom] >= 0)
            {
                layer = Math.Max(layer, layers[atom] + (literal < 0 ? 1 : 0));
            }
            else if (literal < 0)
            {
                throw new UnstratifiableAxiomsException(pruning.Task.AtomName(head), pruning.Task.AtomName(atom));
            }
        }

        return layer;
    }
}
