using Prudence.Planning.Heuristics.Relaxation;

namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>
/// Finds the cut of a justification graph between the facts from which the goal costs nothing more (the goal zone) and those reachable from the
/// state without entering it. Works backwards from the goal: a fact cheaper than the goal is always reachable, since everything on its own
/// cheapest path is cheaper still while nothing in the goal zone is; for the others their cheapest path is followed, and only where that leads
/// through the goal zone the graph is explored forwards from the state. The cut is the one that forward exploration alone would find.
/// </summary>
internal sealed unsafe class CutFinder
{
    private readonly CutTask task;
    private readonly JustificationGraph graph;
    private readonly PinnedArray<int> zoneMemory;
    private readonly PinnedArray<int> reachableMemory;
    private readonly PinnedArray<int> visitedMemory;
    private readonly PinnedArray<int> entersMemory;
    private readonly PinnedArray<int> factsMemory;
    private readonly int[] cut;
    private readonly int* zone;
    private readonly int* reachable;
    private readonly int* visited;
    private readonly int* enters;
    private readonly int* facts;
    private int round;
    private int walk;
    private int cutSize;
    private bool isFullyExplored;

    public CutFinder(CutTask task, JustificationGraph graph)
    {
        this.task = task;
        this.graph = graph;
        zoneMemory = new PinnedArray<int>(task.FactCount);
        reachableMemory = new PinnedArray<int>(task.FactCount);
        visitedMemory = new PinnedArray<int>(task.FactCount);
        factsMemory = new PinnedArray<int>(task.FactCount);
        entersMemory = new PinnedArray<int>(task.OperatorCount);
        cut = new int[task.OperatorCount];
        zone = zoneMemory.Pointer;
        reachable = reachableMemory.Pointer;
        visited = visitedMemory.Pointer;
        facts = factsMemory.Pointer;
        enters = entersMemory.Pointer;
    }

    /// <summary>The operators of the cut.</summary>
    public ReadOnlySpan<int> Cut => cut.AsSpan(0, cutSize);

    /// <summary>Finds the cut of a state whose goal is reachable and costs more than nothing.</summary>
    public void Find(ReadOnlySpan<int> stateFacts)
    {
        NextRound();
        FindGoalZone();
        var kept = 0;
        for (var i = 0; i < cutSize; i++)
        {
            var supporter = graph.Supporters[graph.Operators[cut[i]].Conjunction];
            if (zone[supporter] != round && IsReachable(supporter, stateFacts))
            {
                cut[kept++] = cut[i];
            }
        }

        cutSize = kept;
    }

    /// <summary>Marks the goal zone and lists the operators with a cost that have an effect in it.</summary>
    private void FindGoalZone()
    {
        var achieverStarts = task.AchieverStarts.Pointer;
        var achievers = task.Achievers.Pointer;
        var count = 1;
        facts[0] = task.Goal;
        zone[task.Goal] = round;
        for (var next = 0; next < count; next++)
        {
            var end = achievers + achieverStarts[facts[next] + 1];
            for (var achiever = achievers + achieverStarts[facts[next]]; achiever < end; achiever++)
            {
                var o = graph.Operators + *achiever;
                var supporter = graph.Supporters[o->Conjunction];
                if (supporter < 0)
                {
                    continue;
                }

                if (o->Cost == 0)
                {
                    if (zone[supporter] != round)
                    {
                        zone[supporter] = round;
                        facts[count++] = supporter;
                    }
                }
                else if (enters[*achiever] != round)
                {
                    enters[*achiever] = round;
                    cut[cutSize++] = *achiever;
                }
            }
        }
    }

    private bool IsReachable(int fact, ReadOnlySpan<int> stateFacts)
    {
        var goalCost = graph.GoalCost;
        if (graph.Facts[fact].Cost < goalCost || reachable[fact] == round)
        {
            return true;
        }

        if (isFullyExplored)
        {
            return false;
        }

        var length = 0;
        walk++;
        for (var next = fact; graph.Facts[next].Cost >= goalCost && reachable[next] != round;)
        {
            var achiever = graph.Facts[next].Supporter;
            if (zone[next] == round || visited[next] == walk || enters[achiever] == round)
            {
                ExploreForwards(stateFacts);
                return reachable[fact] == round;
            }

            visited[next] = walk;
            facts[length++] = next;
            next = graph.Supporters[graph.Operators[achiever].Conjunction];
        }

        while (length > 0)
        {
            reachable[facts[--length]] = round;
        }

        return true;
    }

    /// <summary>Marks everything that is reachable in the graph without entering the goal zone.</summary>
    private void ExploreForwards(ReadOnlySpan<int> stateFacts)
    {
        isFullyExplored = true;
        var lists = task.Conjunctions.Lists.Pointer;
        var firstLarge = task.Conjunctions.FirstLarge;
        var open = 0;
        foreach (var fact in stateFacts)
        {
            Open(fact, ref open);
        }

        ApplyAll(task.Conjunctions.Empty, ref open);
        while (open > 0)
        {
            var fact = facts[--open];
            if (lists[fact].Own < lists[fact + 1].Own)
            {
                ApplyAll(fact, ref open);
            }

            for (var i = lists[fact].Pairs; i < lists[fact + 1].Pairs; i++)
            {
                ApplyIfSupported(task.Conjunctions.Pairs.Pointer[i].Conjunction, fact, ref open);
            }

            for (var i = lists[fact].LargeConjunctions; i < lists[fact + 1].LargeConjunctions; i++)
            {
                ApplyIfSupported(firstLarge + task.Conjunctions.LargeConjunctions.Pointer[i], fact, ref open);
            }
        }
    }

    private void ApplyIfSupported(int conjunction, int fact, ref int open)
    {
        if (graph.Supporters[conjunction] == fact)
        {
            ApplyAll(conjunction, ref open);
        }
    }

    private void ApplyAll(int conjunction, ref int open)
    {
        for (var o = task.OperatorStarts.Pointer[conjunction]; o < task.OperatorStarts.Pointer[conjunction + 1]; o++)
        {
            if (enters[o] != round)
            {
                for (var e = graph.Operators[o].FirstEffect; e < graph.Operators[o + 1].FirstEffect; e++)
                {
                    Open(task.Effects.Pointer[e], ref open);
                }
            }
        }
    }

    /// <summary>A fact already marked by a path need not be explored from only if it was: so marks made before do not stop here.</summary>
    private void Open(int fact, ref int open)
    {
        if (visited[fact] != -round)
        {
            visited[fact] = -round;
            reachable[fact] = round;
            facts[open++] = fact;
        }
    }

    private void NextRound()
    {
        cutSize = 0;
        isFullyExplored = false;
        if (++round == int.MaxValue || walk > int.MaxValue - task.OperatorCount - 1)
        {
            zoneMemory.Span.Clear();
            reachableMemory.Span.Clear();
            visitedMemory.Span.Clear();
            entersMemory.Span.Clear();
            round = 1;
            walk = 0;
        }
    }
}
