using System.Runtime.CompilerServices;
using Prudence.Planning.Heuristics.Relaxation;

namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>
/// hmax values of a state under shrinking operator costs, and for every conjunction its supporter: one of its dearest facts. Each operator
/// leads from the supporter of its preconditions to its effects; these arcs are the justification graph that cuts are found in.
/// </summary>
internal sealed unsafe class JustificationGraph
{
    /// <summary>The cost of a fact that has not been reached.</summary>
    public const int Unreached = int.MaxValue;

    private readonly CutTask task;
    private readonly PinnedArray<ReachedFact> reachedMemory;
    private readonly PinnedArray<byte> closedMemory;
    private readonly PinnedArray<ushort> countersMemory;
    private readonly PinnedArray<int> supportersMemory;
    private readonly PinnedArray<int> supporterCostsMemory;
    private readonly PinnedArray<CutOperator> operatorsMemory;
    private readonly FactQueue queue = new();

    private readonly FactLists* lists;
    private readonly Pair* pairs;
    private readonly int* largeConjunctions;
    private readonly int* conjunctionStarts;
    private readonly int* conjunctionFacts;
    private readonly int* operatorStarts;
    private readonly int* effects;
    private readonly byte* closed;
    private readonly ushort* counters;
    private readonly int* supporterCosts;
    private readonly int firstLarge;

    public JustificationGraph(CutTask task)
    {
        this.task = task;
        var conjunctions = task.Conjunctions;
        reachedMemory = new PinnedArray<ReachedFact>(task.FactCount);
        closedMemory = new PinnedArray<byte>(task.FactCount);
        countersMemory = new PinnedArray<ushort>(conjunctions.LargeSizes.Length);
        supportersMemory = new PinnedArray<int>(conjunctions.Count);
        supporterCostsMemory = new PinnedArray<int>(conjunctions.Count);
        operatorsMemory = new PinnedArray<CutOperator>(task.Operators.Span);
        lists = conjunctions.Lists.Pointer;
        pairs = conjunctions.Pairs.Pointer;
        largeConjunctions = conjunctions.LargeConjunctions.Pointer;
        conjunctionStarts = conjunctions.Starts.Pointer;
        conjunctionFacts = conjunctions.Facts.Pointer;
        operatorStarts = task.OperatorStarts.Pointer;
        effects = task.Effects.Pointer;
        closed = closedMemory.Pointer;
        counters = countersMemory.Pointer;
        supporterCosts = supporterCostsMemory.Pointer;
        firstLarge = conjunctions.FirstLarge;
        Facts = reachedMemory.Pointer;
        Supporters = supportersMemory.Pointer;
        Operators = operatorsMemory.Pointer;
    }

    /// <summary>hmax of each fact, and the operator that first reached it at this cost; -1 for facts of the state.</summary>
    public ReachedFact* Facts { get; }

    /// <summary>The supporter of each conjunction; -1 while it cannot be reached.</summary>
    public int* Supporters { get; }

    /// <summary>The operators with what is left of their costs.</summary>
    public CutOperator* Operators { get; }

    /// <summary>hmax of the goal.</summary>
    public int GoalCost => Facts[task.Goal].Cost;

    /// <summary>Computes hmax from a state with the operators' current costs.</summary>
    public void Explore(ReadOnlySpan<int> stateFacts)
    {
        reachedMemory.Span.Fill(new ReachedFact { Cost = Unreached, Supporter = -1 });
        closedMemory.Span.Clear();
        supportersMemory.Span.Fill(-1);
        task.Conjunctions.LargeSizes.Span.CopyTo(countersMemory.Span);
        foreach (var fact in stateFacts)
        {
            Facts[fact].Cost = 0;
            if (fact < task.Goal)
            {
                queue.Push(0, fact);
            }
        }

        Facts[task.Truth].Cost = 0;
        Support(task.Conjunctions.Empty, task.Truth, 0);
        while (queue.TryPop(out var cost, out var fact))
        {
            if (Facts[fact].Cost == cost)
            {
                Close(fact, cost);
            }
        }

        queue.Clear();
    }

    /// <summary>Carries on after the costs of some operators fell.</summary>
    public void Lower(ReadOnlySpan<int> cheaperOperators)
    {
        foreach (var o in cheaperOperators)
        {
            if (Supporters[Operators[o].Conjunction] >= 0)
            {
                Reach(o, supporterCosts[Operators[o].Conjunction]);
            }
        }

        while (queue.TryPop(out var cost, out var fact))
        {
            if (Facts[fact].Cost == cost)
            {
                Cheapen(fact, cost);
            }
        }

        queue.Clear();
    }

    private void Close(int fact, int cost)
    {
        closed[fact] = 1;
        if (lists[fact].Own < lists[fact + 1].Own)
        {
            Support(fact, fact, cost);
        }

        var pairEnd = pairs + lists[fact + 1].Pairs;
        for (var pair = pairs + lists[fact].Pairs; pair < pairEnd; pair++)
        {
            if (closed[pair->Other] != 0)
            {
                Support(pair->Conjunction, fact, cost);
            }
        }

        var largeEnd = largeConjunctions + lists[fact + 1].LargeConjunctions;
        for (var large = largeConjunctions + lists[fact].LargeConjunctions; large < largeEnd; large++)
        {
            if (--counters[*large] == 0)
            {
                Support(firstLarge + *large, fact, cost);
            }
        }
    }

    /// <summary>Passes on that a fact became cheaper: to those conjunctions that it was a dearest part of.</summary>
    private void Cheapen(int fact, int cost)
    {
        if (lists[fact].Own < lists[fact + 1].Own)
        {
            Support(fact, fact, cost);
        }

        var pairEnd = pairs + lists[fact + 1].Pairs;
        for (var pair = pairs + lists[fact].Pairs; pair < pairEnd; pair++)
        {
            if (Supporters[pair->Conjunction] == fact && supporterCosts[pair->Conjunction] > cost)
            {
                var otherCost = Facts[pair->Other].Cost;
                SupportCheaper(pair->Conjunction, otherCost > cost ? pair->Other : fact, Math.Max(cost, otherCost));
            }
        }

        var largeEnd = largeConjunctions + lists[fact + 1].LargeConjunctions;
        for (var large = largeConjunctions + lists[fact].LargeConjunctions; large < largeEnd; large++)
        {
            var conjunction = firstLarge + *large;
            if (Supporters[conjunction] == fact && supporterCosts[conjunction] > cost)
            {
                var supporter = DearestFact(conjunction, fact);
                SupportCheaper(conjunction, supporter, Facts[supporter].Cost);
            }
        }
    }

    private int DearestFact(int conjunction, int dearest)
    {
        var end = conjunctionFacts + conjunctionStarts[conjunction + 1];
        for (var fact = conjunctionFacts + conjunctionStarts[conjunction]; fact < end; fact++)
        {
            dearest = Facts[*fact].Cost > Facts[dearest].Cost ? *fact : dearest;
        }

        return dearest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SupportCheaper(int conjunction, int supporter, int cost)
    {
        if (cost < supporterCosts[conjunction])
        {
            Support(conjunction, supporter, cost);
        }
        else
        {
            Supporters[conjunction] = supporter;
        }
    }

    /// <summary>Sets the supporter of a conjunction and its cost, and reaches the effects of its operators.</summary>
    private void Support(int conjunction, int supporter, int cost)
    {
        Supporters[conjunction] = supporter;
        supporterCosts[conjunction] = cost;
        for (var o = operatorStarts[conjunction]; o < operatorStarts[conjunction + 1]; o++)
        {
            Reach(o, cost);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reach(int o, int supporterCost)
    {
        var cost = supporterCost + Operators[o].Cost;
        var end = effects + Operators[o + 1].FirstEffect;
        for (var effect = effects + Operators[o].FirstEffect; effect < end; effect++)
        {
            if (cost < Facts[*effect].Cost)
            {
                Facts[*effect].Cost = cost;
                Facts[*effect].Supporter = o;
                queue.Push(cost, *effect);
            }
        }
    }
}
