using System.Runtime.InteropServices;
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
    private readonly int[] queue;
    private readonly int[] predecessor;
    private readonly int[] onPath;
    private readonly bool[] isSeen;

    public DomainTransitions(PlanningTask task, ReadOnlySpan<int> initialValues)
    {
        this.task = task;
        successors = Successors(task, initialValues);
        var largest = 0;
        foreach (var variable in task.Variables)
        {
            largest = Math.Max(largest, variable.DomainSize);
        }

        queue = new int[largest];
        predecessor = new int[task.FactCount];
        isSeen = new bool[task.FactCount];
        onPath = new int[task.FactCount];
        Array.Fill(onPath, -1);
    }

    /// <summary>
    /// Adds to <paramref name="result"/> the facts that its variable must hold on every way from the initial value to <paramref name="fact"/>
    /// by values reached under the exclusion in force; the initial value is the first of them.
    /// </summary>
    public void CollectPassed(int initialFact, int fact, RelaxedReachability reachability, List<int> result)
    {
        if (FindShortestPath(initialFact, fact, reachability) is not { } path)
        {
            return;
        }

        for (var i = 0; i < path.Count; i++)
        {
            onPath[path[i]] = i;
        }

        // Walk along the path and explore what lies beside it. A value is passed by every way if nothing explored before jumps past it.
        var furthest = 0;
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (furthest <= i)
            {
                result.Add(path[i]);
            }

            furthest = Math.Max(furthest, ExploreBeside(path[i], reachability));
        }

        foreach (var passed in path)
        {
            onPath[passed] = -1;
        }

        isSeen.AsSpan(task.FactOffsets[task.FactVariables[fact]], task.Variables[task.FactVariables[fact]].DomainSize).Clear();
    }

    /// <summary>
    /// The facts that may follow each fact. An effect that asks nothing of its variable is entered at the initial value only: any other way
    /// to it passes more.
    /// </summary>
    private static IntLists Successors(PlanningTask task, ReadOnlySpan<int> initialValues)
    {
        var operators = task.Operators;
        var successors = new List<int>?[task.FactCount];
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
                    (successors[from] ??= []).Add(fact);
                }
            }
        }

        return Pack(successors);
    }

    private static IntLists Pack(List<int>?[] successors)
    {
        var lists = new IntListsBuilder(successors.Length, successors.Length);
        foreach (var list in successors)
        {
            if (list is not null)
            {
                IntSets.Normalise(list);
                lists.AddRange(CollectionsMarshal.AsSpan(list));
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

    private List<int>? FindShortestPath(int start, int goal, RelaxedReachability reachability)
    {
        var count = 0;
        queue[count++] = start;
        isSeen[start] = true;
        predecessor[start] = -1;
        for (var next = 0; next < count && !isSeen[goal]; next++)
        {
            foreach (var fact in successors[queue[next]])
            {
                if (!isSeen[fact] && (fact == goal || reachability.IsReached(fact)))
                {
                    isSeen[fact] = true;
                    predecessor[fact] = queue[next];
                    queue[count++] = fact;
                }
            }
        }

        var found = isSeen[goal];
        for (var i = 0; i < count; i++)
        {
            isSeen[queue[i]] = false;
        }

        if (!found)
        {
            return null;
        }

        var path = new List<int>();
        for (var fact = goal; fact >= 0; fact = predecessor[fact])
        {
            path.Add(fact);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The last position on the path that can be reached from a fact by unexplored facts beside the path.</summary>
    private int ExploreBeside(int start, RelaxedReachability reachability)
    {
        var furthest = 0;
        var count = 0;
        queue[count++] = start;
        for (var next = 0; next < count; next++)
        {
            foreach (var fact in successors[queue[next]])
            {
                if (onPath[fact] >= 0)
                {
                    furthest = Math.Max(furthest, onPath[fact]);
                }
                else if (!isSeen[fact] && reachability.IsReached(fact))
                {
                    isSeen[fact] = true;
                    queue[count++] = fact;
                }
            }
        }

        return furthest;
    }
}
