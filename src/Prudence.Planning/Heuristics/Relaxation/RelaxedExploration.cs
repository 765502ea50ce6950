using System.Runtime.CompilerServices;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>What an exploration knows of a fact.</summary>
internal struct ReachedFact
{
    /// <summary>The cheapest cost so far; <see cref="RelaxedExploration{TRule}.Unreached"/> if none.</summary>
    public int Cost;

    /// <summary>The achiever that gave this cost; -1 for a fact of the state.</summary>
    public int Supporter;
}

/// <summary>
/// Computes the cost of every fact from a state when deletes are ignored, cheapest facts first (the generalized Dijkstra algorithm; Bonet and
/// Geffner 2001, "Planning as heuristic search"; Liu, Koenig and Furcy 2002), and stops when all goals have their final cost.
/// </summary>
internal sealed unsafe class RelaxedExploration<TRule>
    where TRule : struct, ICostRule
{
    /// <summary>The cost of a fact that has not been reached.</summary>
    public const int Unreached = int.MaxValue;

    private readonly int variableCount;
    private readonly PinnedArray<int> factOffsets;
    private readonly PinnedArray<ReachedFact> reachedMemory;
    private readonly PinnedArray<byte> closedMemory;
    private readonly PinnedArray<ushort> countersMemory;
    private readonly FactQueue queue;

    private readonly int* factNumbers;
    private readonly FactLists* facts;
    private readonly Pair* pairs;
    private readonly int* largeConjunctions;
    private readonly int* conjunctionStarts;
    private readonly int* conjunctionFacts;
    private readonly int* achieverStarts;
    private readonly Achiever* achievers;
    private readonly ReachedFact* reached;
    private readonly byte* closed;
    private readonly ushort* counters;
    private readonly int firstLarge;
    private readonly int goalCount;
    private int openGoals;

    public RelaxedExploration(PlanningTask task, RelaxedTask relaxed)
    {
        Relaxed = relaxed;
        var conjunctions = relaxed.Conjunctions;
        variableCount = task.Variables.Length;
        factOffsets = new PinnedArray<int>(task.FactOffsets);
        reachedMemory = new PinnedArray<ReachedFact>(relaxed.FactCount + 1);
        closedMemory = new PinnedArray<byte>(relaxed.FactCount + 1);
        countersMemory = new PinnedArray<ushort>(conjunctions.LargeSizes.Length);
        queue = new FactQueue();
        factNumbers = relaxed.FactNumbers.Pointer;
        facts = conjunctions.Lists.Pointer;
        pairs = conjunctions.Pairs.Pointer;
        largeConjunctions = conjunctions.LargeConjunctions.Pointer;
        conjunctionStarts = conjunctions.Starts.Pointer;
        conjunctionFacts = conjunctions.Facts.Pointer;
        achieverStarts = relaxed.AchieverStarts.Pointer;
        achievers = relaxed.Achievers.Pointer;
        reached = reachedMemory.Pointer;
        closed = closedMemory.Pointer;
        counters = countersMemory.Pointer;
        firstLarge = conjunctions.FirstLarge;
        goalCount = relaxed.GoalCount;
    }

    /// <summary>The task explored.</summary>
    public RelaxedTask Relaxed { get; }

    /// <summary>Cost and supporter of every relevant fact after <see cref="Run"/>. Facts dearer than all goals may lack their final cost.</summary>
    public ReadOnlySpan<ReachedFact> Reached => reachedMemory.Span;

    /// <summary>Explores from a state; false if some goal cannot be reached.</summary>
    public bool Run(ReadOnlySpan<int> values)
    {
        reachedMemory.Span.Fill(new ReachedFact { Cost = Unreached, Supporter = -1 });
        closedMemory.Span.Clear();
        Relaxed.Conjunctions.LargeSizes.Span.CopyTo(countersMemory.Span);
        openGoals = goalCount;
        OpenState(values);
        Achieve(Relaxed.Conjunctions.Empty, 0);
        for (var variable = 0; variable < variableCount; variable++)
        {
            Close(factNumbers[factOffsets.Pointer[variable] + values[variable]], 0);
        }

        while (openGoals > 0 && queue.TryPop(out var cost, out var fact))
        {
            if (reached[fact].Cost == cost)
            {
                Close(fact, cost);
            }
        }

        queue.Clear();
        return openGoals == 0;
    }

    /// <summary>The cost of all goals together after <see cref="Run"/> answered true.</summary>
    public int GoalCost()
    {
        long total = 0;
        for (var goal = 0; goal < goalCount; goal++)
        {
            total = TRule.IsSum ? total + reached[goal].Cost : Math.Max(total, reached[goal].Cost);
        }

        return (int)Math.Min(total, UnaryOperatorBuilder.LargestCost);
    }

    private void OpenState(ReadOnlySpan<int> values)
    {
        for (var variable = 0; variable < variableCount; variable++)
        {
            reached[factNumbers[factOffsets.Pointer[variable] + values[variable]]].Cost = 0;
        }
    }

    /// <summary>Takes a fact's cost as final and applies what it was the last missing precondition of.</summary>
    private void Close(int fact, int cost)
    {
        closed[fact] = 1;
        openGoals -= fact < goalCount ? 1 : 0;
        var lists = facts + fact;
        Achieve(lists[0].Own, lists[1].Own, cost);
        var pairEnd = pairs + lists[1].Pairs;
        for (var pair = pairs + lists[0].Pairs; pair < pairEnd; pair++)
        {
            if (closed[pair->Other] != 0)
            {
                Achieve(pair->Conjunction, TRule.IsSum ? Sum(cost, reached[pair->Other].Cost) : cost);
            }
        }

        var largeEnd = largeConjunctions + lists[1].LargeConjunctions;
        for (var large = largeConjunctions + lists[0].LargeConjunctions; large < largeEnd; large++)
        {
            if (--counters[*large] == 0)
            {
                Achieve(firstLarge + *large, TRule.IsSum ? SumOf(firstLarge + *large) : cost);
            }
        }
    }

    private int SumOf(int conjunction)
    {
        var total = 0;
        var end = conjunctionFacts + conjunctionStarts[conjunction + 1];
        for (var fact = conjunctionFacts + conjunctionStarts[conjunction]; fact < end; fact++)
        {
            total = Sum(total, reached[*fact].Cost);
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Achieve(int conjunction, int cost) => Achieve(achieverStarts[conjunction], achieverStarts[conjunction + 1], cost);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Achieve(int first, int end, int preconditionCost)
    {
        for (var u = first; u < end; u++)
        {
            var cost = Sum(preconditionCost, achievers[u].Cost);
            var effect = reached + achievers[u].Fact;
            if (cost < effect->Cost)
            {
                effect->Cost = cost;
                effect->Supporter = u;
                queue.Push(cost, achievers[u].Fact);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum(int left, int right) => Math.Min(left + right, UnaryOperatorBuilder.LargestCost);
}
