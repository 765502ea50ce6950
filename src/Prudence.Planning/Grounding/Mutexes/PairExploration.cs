using System.Numerics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>
/// Explores which facts and pairs of facts may be true, in either direction: the fixpoint of h² (Haslum and Geffner 2000, "Admissible heuristics for
/// optimal planning") over rows of bits. Forbidden pairs are never reached; a rule whose conditions leave a variable without a value never applies.
/// </summary>
internal sealed class PairExploration
{
    private const int PollInterval = 256;

    private readonly PlanningTask task;
    private readonly PairSet forbidden;
    private readonly H2Limits limits;
    private readonly Disambiguation disambiguation;
    private readonly bool[] isDerived;
    private readonly ulong[] reachedFacts;
    private readonly ulong[] compatible;
    private readonly int[] rowStamps;
    private int factStamp;
    private int now = 1;

    public PairExploration(PlanningTask task, PairSet reached, PairSet forbidden, H2Limits limits)
    {
        this.task = task;
        this.forbidden = forbidden;
        this.limits = limits;
        Reached = reached;
        disambiguation = new Disambiguation(task);
        isDerived = Array.ConvertAll(task.FactVariables, variable => task.Variables[variable].IsDerived);
        reachedFacts = new ulong[reached.Words];
        compatible = new ulong[reached.Words];
        rowStamps = new int[task.FactCount];
    }

    /// <summary>The pairs reached.</summary>
    public PairSet Reached { get; }

    /// <summary>Explores.</summary>
    /// <param name="start">What may hold at the start, all of it together.</param>
    /// <param name="rules">How to go on.</param>
    /// <returns>False if time was up; what was reached is of no use then.</returns>
    public bool Run(ReadOnlySpan<ulong> start, List<PairRule> rules)
    {
        Reached.Clear();
        Array.Clear(reachedFacts);
        AddDerived();
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            if (FactBits.Contains(start, fact))
            {
                AddAll(fact, start);
            }
        }

        var applied = new int[rules.Count];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < rules.Count; i++)
            {
                if (i % PollInterval == 0 && limits.IsTimeUp())
                {
                    return false;
                }

                if (LastChange(rules[i]) >= applied[i])
                {
                    now++;
                    applied[i] = now;
                    changed |= Apply(rules[i]);
                }
            }
        }

        return true;
    }

    // Nothing is known of derived variables: their facts go with everything.
    private void AddDerived()
    {
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            for (var other = 0; isDerived[fact] && other < task.FactCount; other++)
            {
                if (!forbidden.Contains(fact, other))
                {
                    Reached.Add(fact, other);
                }
            }

            if (isDerived[fact])
            {
                FactBits.Add(reachedFacts, fact);
            }
        }
    }

    private int LastChange(PairRule rule)
    {
        var last = 0;
        var hasRows = false;
        foreach (var fact in rule.Conditions)
        {
            hasRows |= !isDerived[fact];
            last = Math.Max(last, rowStamps[fact]);
        }

        return hasRows ? last : Math.Max(last, factStamp);
    }

    private bool Apply(PairRule rule)
    {
        reachedFacts.CopyTo(compatible, 0);
        foreach (var fact in rule.Conditions)
        {
            FactBits.Intersect(compatible, Reached.Row(fact));
        }

        foreach (var fact in rule.Conditions)
        {
            if (!FactBits.Contains(compatible, fact))
            {
                return false;
            }
        }

        if (!disambiguation.CoversAllVariables(compatible))
        {
            return false;
        }

        foreach (var variable in rule.Overwritten)
        {
            FactBits.RemoveRange(compatible, task.FactOffsets[variable], task.FactOffsets[variable + 1]);
        }

        foreach (var fact in rule.Companions)
        {
            FactBits.Add(compatible, fact);
        }

        foreach (var fact in rule.Required)
        {
            FactBits.Subtract(compatible, forbidden.Row(fact));
        }

        return AddFacts(rule);
    }

    private bool AddFacts(PairRule rule)
    {
        foreach (var fact in rule.Added)
        {
            FactBits.Add(compatible, fact);
        }

        var changed = false;
        foreach (var fact in rule.Added)
        {
            changed |= AddAll(fact, compatible);
        }

        return changed;
    }

    /// <summary>Adds the pairs of a fact with each fact of a set, the fact itself among them.</summary>
    private bool AddAll(int fact, ReadOnlySpan<ulong> others)
    {
        if (forbidden.Contains(fact, fact))
        {
            return false;
        }

        var row = Reached.Row(fact);
        var excluded = forbidden.Row(fact);
        var changed = false;
        for (var word = 0; word < row.Length; word++)
        {
            var added = others[word] & ~row[word] & ~excluded[word];
            row[word] |= added;
            changed |= added != 0;
            for (; added != 0; added &= added - 1)
            {
                var other = (word << 6) + BitOperations.TrailingZeroCount(added);
                FactBits.Add(Reached.Row(other), fact);
                rowStamps[other] = now;
            }
        }

        if (!FactBits.Contains(reachedFacts, fact))
        {
            FactBits.Add(reachedFacts, fact);
            factStamp = now;
        }

        rowStamps[fact] = changed ? now : rowStamps[fact];
        return changed;
    }
}
