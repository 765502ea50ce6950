using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Which facts the delete relaxation reaches from the initial state, and which of them it still reaches if some facts may never be made true.
/// An exclusion is computed as a difference to the full exploration: the facts that hang on an excluded one are withdrawn, then those with
/// another well-founded support are put back (delete and rederive). Most landmarks touch a small part of a task, so this costs a small part
/// of a new exploration.
/// </summary>
internal sealed class RelaxedReachability
{
    private readonly RelaxedRules rules;
    private readonly bool[] reachedByAll;
    private readonly int[] unsatisfied;
    private readonly int[] firstSupported;
    private readonly int[] nextSupported;
    private readonly bool[] blocked;
    private readonly int[] blockedRules;
    private readonly byte[] status;
    private readonly int[] withdrawn;
    private readonly int[] revived;
    private int blockedCount;
    private int withdrawnCount;

    private const byte Present = 0;
    private const byte Withdrawn = 1;
    private const byte Excluded = 2;

    /// <summary>Explores the whole relaxed task.</summary>
    /// <param name="rules">The relaxed task.</param>
    /// <param name="initialFacts">The facts that hold, or may be taken to hold, at first.</param>
    public RelaxedReachability(RelaxedRules rules, ReadOnlySpan<int> initialFacts)
    {
        this.rules = rules;
        var factCount = rules.FactCount;
        reachedByAll = new bool[factCount];
        unsatisfied = new int[rules.Count];
        firstSupported = new int[rules.Count];
        nextSupported = new int[factCount];
        blocked = new bool[rules.Count];
        blockedRules = new int[rules.Count];
        status = new byte[factCount];
        withdrawn = new int[factCount];
        revived = new int[factCount];
        Array.Fill(firstSupported, -1);
        Array.Fill(nextSupported, -1);
        Explore(initialFacts);
    }

    /// <summary>Steps of work done so far, for limits that do not depend on the machine.</summary>
    public long Work { get; private set; }

    /// <summary>Whether the whole relaxed task reaches a fact.</summary>
    public bool IsReachable(int fact) => reachedByAll[fact];

    /// <summary>Whether a fact is reached under the exclusion in force.</summary>
    public bool IsReached(int fact) => reachedByAll[fact] && status[fact] == Present;

    /// <summary>Whether all body facts of a rule are reached under the exclusion in force.</summary>
    public bool IsSatisfied(int rule) => unsatisfied[rule] == 0;

    /// <summary>
    /// Excludes facts, all of them false initially: neither they are reached nor is any operator applied that always makes one of them true.
    /// Must be followed by <see cref="Restore"/> before the next exclusion.
    /// </summary>
    public void Exclude(ReadOnlySpan<int> facts)
    {
        foreach (var fact in facts)
        {
            Withdraw(fact, Excluded);
        }

        foreach (var fact in facts)
        {
            foreach (var rule in rules.WithHeadFact[fact])
            {
                if (rules.IsUnconditional[rule] && !blocked[rule])
                {
                    BlockOperator(rules.Owners[rule]);
                }
            }
        }

        for (var next = 0; next < withdrawnCount; next++)
        {
            WithdrawConsequences(withdrawn[next]);
        }

        var count = withdrawnCount;
        for (var i = 0; i < count; i++)
        {
            if (status[withdrawn[i]] == Withdrawn && HasSupport(withdrawn[i]))
            {
                Revive(withdrawn[i]);
            }
        }

        KeepUnreached();
    }

    /// <summary>The facts, the excluded ones among them, that the full exploration reaches but the exclusion in force does not.</summary>
    public ReadOnlySpan<int> Unreached => withdrawn.AsSpan(0, withdrawnCount);

    /// <summary>Lifts the exclusion in force.</summary>
    public void Restore()
    {
        foreach (var fact in Unreached)
        {
            foreach (var rule in rules.WithBodyFact[fact])
            {
                unsatisfied[rule]--;
            }

            status[fact] = Present;
        }

        for (var i = 0; i < blockedCount; i++)
        {
            blocked[blockedRules[i]] = false;
        }

        withdrawnCount = 0;
        blockedCount = 0;
    }

    private void Explore(ReadOnlySpan<int> initialFacts)
    {
        var queue = withdrawn;
        var count = 0;
        foreach (var fact in initialFacts)
        {
            if (!reachedByAll[fact])
            {
                reachedByAll[fact] = true;
                queue[count++] = fact;
            }
        }

        for (var rule = 0; rule < rules.Count; rule++)
        {
            unsatisfied[rule] = rules.Bodies[rule].Length;
            if (unsatisfied[rule] == 0)
            {
                Fire(rule, queue, ref count);
            }
        }

        for (var next = 0; next < count; next++)
        {
            foreach (var rule in rules.WithBodyFact[queue[next]])
            {
                if (--unsatisfied[rule] == 0)
                {
                    Fire(rule, queue, ref count);
                }
            }
        }
    }

    private void Fire(int rule, int[] queue, ref int count)
    {
        foreach (var head in rules.Heads[rule])
        {
            if (!reachedByAll[head])
            {
                reachedByAll[head] = true;
                nextSupported[head] = firstSupported[rule];
                firstSupported[rule] = head;
                queue[count++] = head;
            }
        }
    }

    private void BlockOperator(int operatorId)
    {
        for (var rule = rules.OperatorStarts[operatorId]; rule < rules.OperatorStarts[operatorId + 1]; rule++)
        {
            blocked[rule] = true;
            blockedRules[blockedCount++] = rule;
            if (firstSupported[rule] >= 0)
            {
                WithdrawSupported(rule);
            }
        }
    }

    private void Withdraw(int fact, byte why)
    {
        if (reachedByAll[fact] && status[fact] == Present)
        {
            withdrawn[withdrawnCount++] = fact;
            status[fact] = why;
        }
    }

    private void WithdrawSupported(int rule)
    {
        for (var fact = firstSupported[rule]; fact >= 0; fact = nextSupported[fact])
        {
            Withdraw(fact, Withdrawn);
        }
    }

    private void WithdrawConsequences(int fact)
    {
        var dependents = rules.WithBodyFact[fact];
        Work += dependents.Length + 1;
        foreach (var rule in dependents)
        {
            if (unsatisfied[rule]++ == 0 && firstSupported[rule] >= 0)
            {
                WithdrawSupported(rule);
            }
        }
    }

    private bool HasSupport(int fact)
    {
        foreach (var rule in rules.WithHeadFact[fact])
        {
            Work++;
            if (unsatisfied[rule] == 0 && !blocked[rule])
            {
                return true;
            }
        }

        return false;
    }

    private void Revive(int start)
    {
        var count = 0;
        status[start] = Present;
        revived[count++] = start;
        for (var next = 0; next < count; next++)
        {
            var dependents = rules.WithBodyFact[revived[next]];
            Work += dependents.Length + 1;
            foreach (var rule in dependents)
            {
                if (--unsatisfied[rule] == 0 && !blocked[rule])
                {
                    ReviveHeads(rule, ref count);
                }
            }
        }
    }

    private void ReviveHeads(int rule, ref int count)
    {
        foreach (var head in rules.Heads[rule])
        {
            if (status[head] == Withdrawn)
            {
                status[head] = Present;
                revived[count++] = head;
            }
        }
    }

    private void KeepUnreached()
    {
        var kept = 0;
        for (var i = 0; i < withdrawnCount; i++)
        {
            if (status[withdrawn[i]] != Present)
            {
                withdrawn[kept++] = withdrawn[i];
            }
        }

        withdrawnCount = kept;
    }
}
