using System.Numerics;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Search.Width;

/// <summary>
/// The counter #r of BFWS: how many facts that a relaxed plan makes true have been true on the way. The relaxed plan is that of the last state on the
/// way at which the goal counter went down; its facts are numbered, and each state carries the set of those achieved as bits.
/// </summary>
internal sealed unsafe class RelevantFacts
{
    private readonly PlanningTask task;
    private readonly FFHeuristic relaxation;
    private readonly List<int[]> plans = [];
    private readonly SortedSet<int> collected = [];

    /// <summary>Prepares for a search.</summary>
    public RelevantFacts(PlanningTask task, FFHeuristic relaxation, int words)
    {
        this.task = task;
        this.relaxation = relaxation;
        Words = words;
    }

    /// <summary>The words of the bit set; facts beyond it are not counted.</summary>
    public int Words { get; }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Makes the relaxed plan of a state and answers its number; -1 if there is none, so that the state is a dead end.</summary>
    public int Plan(in State state)
    {
        if (relaxation.Evaluate(state, null) == Heuristic.DeadEnd)
        {
            return -1;
        }

        collected.Clear();
        foreach (var o in relaxation.RelaxedPlan)
        {
            for (var effect = task.Operators.EffectStarts[o]; effect < task.Operators.EffectStarts[o + 1]; effect++)
            {
                var fact = task.Operators.EffectFacts[effect];
                if (!Holds(state, fact) && task.FactName(fact) is ['(', ..])
                {
                    collected.Add(fact);
                }
            }
        }

        plans.Add([.. collected.Take(Words * 32)]);
        Bytes += plans[^1].Length * (long)sizeof(int);
        return plans.Count - 1;
    }

    /// <summary>Adds to a set of achieved facts what an operator brought about, and answers the size of the set.</summary>
    /// <param name="plan">The number of the relaxed plan.</param>
    /// <param name="operatorId">The operator.</param>
    /// <param name="state">The state it led to.</param>
    /// <param name="achieved">The set.</param>
    public int Advance(int plan, int operatorId, in State state, uint* achieved)
    {
        for (var effect = task.Operators.EffectStarts[operatorId]; effect < task.Operators.EffectStarts[operatorId + 1]; effect++)
        {
            var fact = task.Operators.EffectFacts[effect];
            var bit = Array.BinarySearch(plans[plan], fact);
            if (bit >= 0 && Holds(state, fact))
            {
                achieved[bit >> 5] |= 1u << bit;
            }
        }

        return Count(achieved);
    }

    /// <summary>The size of a set of achieved facts.</summary>
    public int Count(uint* achieved)
    {
        var count = 0;
        for (var word = 0; word < Words; word++)
        {
            count += BitOperations.PopCount(achieved[word]);
        }

        return count;
    }

    private bool Holds(in State state, int fact)
    {
        var variable = task.FactVariables[fact];
        return task.FactOffsets[variable] + state[variable] == fact;
    }
}
