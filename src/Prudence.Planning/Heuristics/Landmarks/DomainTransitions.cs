using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// How each variable moves from value to value (its domain transition graph), and the values it must pass: those that dominate a value
/// in the graph restricted to what the relaxation reaches, seen from the initial value.
/// </summary>
internal sealed class DomainTransitions
{
    private readonly PlanningTask task;
    private readonly IntLists successors;
    private readonly int[] order;
    private readonly int[] position;
    private readonly int[] dominator;
    private readonly int[] edge;

    public DomainTransitions(PlanningTask task, ReadOnlySpan<int> initialValues)
    {
        this.task = task;
        successors = Successors(task, initialValues);
        var largest = 0;
        foreach (var variable in task.Variables)
        {
            largest = Math.Max(largest, variable.DomainSize);
        }

        order = new int[largest];
        dominator = new int[largest];
        edge = new int[largest];
        position = new int[task.FactCount];
        Array.Fill(position, -1);
    }

    /// <summary>
    /// Adds to <paramref name="result"/> the facts that its variable must hold on every way from the initial value to <paramref name="fact"/>
    /// by values reached under the exclusion in force; the initial value is among them.
    /// </summary>
    public void CollectPassed(int initialFact, int fact, RelaxedReachability reachability, List<int> result)
    {
        var count = SortByDepthFirstSearch(initialFact, fact, reachability);
        if (position[fact] >= 0)
        {
            ComputeDominators(count);
            for (var node = position[fact]; node != count - 1;)
            {
                node = dominator[node];
                result.Add(order[node]);
            }
        }

        for (var i = 0; i < count; i++)
        {
            position[order[i]] = -1;
        }
    }

    /// <summary>
    /// The facts that may follow each fact. An effect that asks nothing of its variable is entered at the initial value only: any other way
    /// to it passes more.
    /// </summary>
    private static IntLists Successors(PlanningTask task, ReadOnlySpan<int> initialValues)
    {
        var operators = task.Operators;
        var pairs = new HashSet<long>();
        for (var o = 0; o < operators.Count; o++)
        {
            for (var effect = operators.EffectStarts[o]; effect < operators.EffectStarts[o + 1]; effect++)
            {
                var fact = operators.EffectFacts[effect];
                var variable = task.FactVariables[fact];
                var required = FactOf(task, operators.Preconditions[o], variable);
                var condition = FactOf(task, operators.EffectConditions[effect], variable);
                if (required >= 0 && condition >= 0 && required != condition)
                {
                    continue;
                }

                var from = required >= 0 ? required : condition >= 0 ? condition : task.Fact(variable, initialValues[variable]);
                if (from != fact)
                {
                    pairs.Add(((long)from << 32) | (uint)fact);
                }
            }
        }

        var sorted = pairs.ToArray();
        Array.Sort(sorted);
        var lists = new IntListsBuilder(task.FactCount, sorted.Length);
        var next = 0;
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            for (; next < sorted.Length && (int)(sorted[next] >> 32) == fact; next++)
            {
                lists.Add((int)sorted[next]);
            }

            lists.EndList();
        }

        return lists.ToLists();
    }

    private static int FactOf(PlanningTask task, ReadOnlySpan<int> facts, int variable)
    {
        foreach (var fact in facts)
        {
            if (task.FactVariables[fact] == variable)
            {
                return fact;
            }
        }

        return -1;
    }

    /// <summary>Numbers the values that can be met before <paramref name="goal"/>, and the goal, in postorder; the root comes last.</summary>
    private int SortByDepthFirstSearch(int root, int goal, RelaxedReachability reachability)
    {
        var count = 0;
        var depth = 0;
        var visiting = -2;
        dominator[0] = root;
        edge[0] = successors.Starts[root];
        position[root] = visiting;
        while (depth >= 0)
        {
            var fact = dominator[depth];
            if (fact == goal || edge[depth] == successors.Starts[fact + 1])
            {
                position[fact] = count;
                order[count++] = fact;
                depth--;
                continue;
            }

            var next = successors.Items[edge[depth]++];
            if (position[next] == -1 && (next == goal || reachability.IsReached(next)))
            {
                depth++;
                dominator[depth] = next;
                edge[depth] = successors.Starts[next];
                position[next] = visiting;
            }
        }

        return count;
    }

    /// <summary>The iterative algorithm of Cooper, Harvey and Kennedy (2001), run over successors.</summary>
    private void ComputeDominators(int count)
    {
        Array.Fill(dominator, -1, 0, count);
        dominator[count - 1] = count - 1;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var node = count - 1; node >= 0; node--)
            {
                changed |= dominator[node] >= 0 && UpdateSuccessors(node);
            }
        }
    }

    private bool UpdateSuccessors(int node)
    {
        var changed = false;
        foreach (var fact in successors[order[node]])
        {
            var successor = position[fact];
            if (successor >= 0)
            {
                var meet = dominator[successor] < 0 ? node : Intersect(dominator[successor], node);
                changed |= meet != dominator[successor];
                dominator[successor] = meet;
            }
        }

        return changed;
    }

    private int Intersect(int first, int second)
    {
        while (first != second)
        {
            if (first < second)
            {
                first = dominator[first];
            }
            else
            {
                second = dominator[second];
            }
        }

        return first;
    }
}
