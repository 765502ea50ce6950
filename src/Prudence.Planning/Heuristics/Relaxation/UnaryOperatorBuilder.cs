using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// Relaxes a task into unary operators: one per operator and effect, whose preconditions are those of both; rules cost nothing.
/// Operators that can never matter to a cheapest derivation of the goal are left out, which changes no value of hmax and hadd.
/// </summary>
internal sealed class UnaryOperatorBuilder
{
    /// <summary>Above this cost a value no longer grows, so that sums fit in 32 bits.</summary>
    public const int LargestCost = 100_000_000;

    /// <summary>Larger sets of preconditions have too many subsets to look for one of a dominating operator.</summary>
    private const int LargestTestedSet = 5;

    private readonly PlanningTask task;
    private readonly StopSignal? stop;
    private readonly FactSets sets = new();
    private readonly IntBuffer setOf = new();
    private readonly IntBuffer effects = new();
    private readonly IntBuffer costs = new();
    private readonly IntBuffer operatorIds = new();

    private UnaryOperatorBuilder(PlanningTask task, StopSignal? stop)
    {
        this.task = task;
        this.stop = stop;
    }

    /// <summary>Relaxes a task.</summary>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public static UnaryOperators Build(PlanningTask task, int[] operatorCosts, StopSignal? stop)
    {
        var builder = new UnaryOperatorBuilder(task, stop);
        var result = builder.BuildAll(operatorCosts);
        builder.RemoveDominated(result);
        var isRelevant = builder.FindRelevant(result);
        result.Keep(Array.ConvertAll(result.Effects, effect => isRelevant[effect]));
        return result;
    }

    /// <summary>For each fact, whether it is a goal or a chain of operators, dominated ones included, leads from it to a goal.</summary>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public static bool[] RelevantFacts(PlanningTask task, int[] operatorCosts, StopSignal? stop)
    {
        var builder = new UnaryOperatorBuilder(task, stop);
        return builder.FindRelevant(builder.BuildAll(operatorCosts));
    }

    private UnaryOperators BuildAll(int[] operatorCosts)
    {
        AddOperators(operatorCosts);
        AddRules(task.Axioms);
        AddRules(DefaultValueRules.Build(task));
        return UnaryOperators.Order(sets, setOf, effects, costs, operatorIds, task.FactCount);
    }

    private void AddOperators(int[] operatorCosts)
    {
        var table = task.Operators;
        var merger = new ConditionMerger(task);
        for (var o = 0; o < table.Count; o++)
        {
            Poll(o);
            var cost = Math.Min(operatorCosts[o], LargestCost);
            var unconditional = -1;
            for (var e = table.EffectStarts[o]; e < table.EffectStarts[o + 1]; e++)
            {
                var conditions = table.EffectConditions[e];
                if (conditions.IsEmpty)
                {
                    unconditional = unconditional < 0 ? sets.Intern(table.Preconditions[o]) : unconditional;
                    Add(unconditional, table.EffectFacts[e], cost, o);
                }
                else if (merger.TryMerge(table.Preconditions[o], conditions))
                {
                    Add(sets.Intern(merger.Result), table.EffectFacts[e], cost, o);
                }
            }
        }
    }

    private void AddRules(RuleTable rules)
    {
        for (var rule = 0; rule < rules.Count; rule++)
        {
            Poll(rule);
            Add(sets.Intern(rules.Bodies[rule]), rules.Heads[rule], 0, -1);
        }
    }

    private void Add(int set, int effect, int cost, int operatorId)
    {
        if (sets[set].BinarySearch(effect) < 0)
        {
            setOf.Add(set);
            effects.Add(effect);
            costs.Add(cost);
            operatorIds.Add(operatorId);
        }
    }

    /// <summary>Removes operators for which another has the same effect, a strict subset of the preconditions and no higher cost.</summary>
    private void RemoveDominated(UnaryOperators unary)
    {
        var kept = new bool[unary.Count];
        Array.Fill(kept, true);
        var usedSizes = 0;
        for (var set = 0; set < sets.Count; set++)
        {
            usedSizes |= sets.Size(set) <= LargestTestedSet && unary.Starts[set] < unary.Starts[set + 1] ? 1 << sets.Size(set) : 0;
        }

        Span<int> subset = stackalloc int[LargestTestedSet];
        for (var set = 0; set < sets.Count; set++)
        {
            Poll(set);
            var size = sets.Size(set);
            if (size > LargestTestedSet || unary.Starts[set] == unary.Starts[set + 1])
            {
                continue;
            }

            for (var mask = 0; mask < (1 << size) - 1; mask++)
            {
                if ((usedSizes >> System.Numerics.BitOperations.PopCount((uint)mask) & 1) != 0
                    && FindSubset(set, mask, subset) is >= 0 and var smaller)
                {
                    MarkDominated(unary, set, smaller, kept);
                }
            }
        }

        unary.Keep(kept);
    }

    private int FindSubset(int set, int mask, Span<int> subset)
    {
        var count = 0;
        var facts = sets[set];
        for (var i = 0; i < facts.Length; i++)
        {
            if ((mask >> i & 1) != 0)
            {
                subset[count++] = facts[i];
            }
        }

        return sets.Find(subset[..count]);
    }

    private static void MarkDominated(UnaryOperators unary, int set, int smaller, bool[] kept)
    {
        var effects = unary.Effects.AsSpan(unary.Starts[smaller], unary.Starts[smaller + 1] - unary.Starts[smaller]);
        for (var u = unary.Starts[set]; u < unary.Starts[set + 1]; u++)
        {
            var found = effects.BinarySearch(unary.Effects[u]);
            if (found >= 0 && unary.Costs[unary.Starts[smaller] + found] <= unary.Costs[u])
            {
                kept[u] = false;
            }
        }
    }

    private bool[] FindRelevant(UnaryOperators unary)
    {
        var achieversOf = new IntLists(IntSequences.Below(unary.Count + 1), unary.Effects).Invert(task.FactCount);
        var relevant = new bool[task.FactCount];
        var seenSets = new bool[sets.Count];
        var open = new Stack<int>();
        foreach (var fact in task.Goal)
        {
            relevant[fact] = true;
            open.Push(fact);
        }

        while (open.TryPop(out var fact))
        {
            foreach (var u in achieversOf[fact])
            {
                if (seenSets[unary.Sets[u]])
                {
                    continue;
                }

                seenSets[unary.Sets[u]] = true;
                foreach (var precondition in sets[unary.Sets[u]])
                {
                    if (!relevant[precondition])
                    {
                        relevant[precondition] = true;
                        open.Push(precondition);
                    }
                }
            }
        }

        stop?.ThrowIfRaised();
        return relevant;
    }

    private void Poll(int step)
    {
        if ((step & 0xFFF) == 0)
        {
            stop?.ThrowIfRaised();
        }
    }
}
