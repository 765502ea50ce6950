using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>
/// Finds pairs of facts that no state on the way from the initial state to the goal contains, and operators that need or make such a pair (Alcázar
/// and Torralba 2015, "A reminder about the importance of computing and exploiting invariants in planning"): h² from the initial state on and from
/// the goal back in turn, each with what the other found, until nothing changes. Tasks with conditional effects or derived variables are explored
/// from the initial state only.
/// </summary>
internal sealed class H2Analysis
{
    private readonly PlanningTask task;
    private readonly H2Limits limits;
    private readonly Disambiguation disambiguation;
    private readonly ulong[] compatible;
    private readonly bool isReversible;
    private readonly PairExploration exploration;

    public H2Analysis(PlanningTask task, H2Limits limits)
    {
        this.task = task;
        this.limits = limits;
        disambiguation = new Disambiguation(task);
        isReversible = !task.Operators.HasConditionalEffects && !Array.Exists(task.Variables, static variable => variable.IsDerived);
        IsRemoved = new bool[task.Operators.Count];
        Allowed = new PairSet(task.FactCount);
        Forbidden = new PairSet(task.FactCount);
        compatible = new ulong[Allowed.Words];
        exploration = new PairExploration(task, Allowed, Forbidden, limits);
        ForbidKnownPairs();
    }

    /// <summary>The pairs that were found never to hold. Of a fact that never holds, all pairs.</summary>
    public PairSet Forbidden { get; }

    /// <summary>The operators that no plan can use.</summary>
    public bool[] IsRemoved { get; }

    /// <summary>True if there is no plan.</summary>
    public bool IsUnsolvable { get; private set; }

    /// <summary>True if nothing more can be found.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>How many explorations came to their end.</summary>
    public int Explorations { get; private set; }

    private PairSet Allowed { get; }

    /// <summary>Alternates between the directions.</summary>
    public void Run()
    {
        var known = Forbidden.Count();
        for (var unchanged = 0; unchanged < (isReversible ? 2 : 1);)
        {
            var isBackward = isReversible && Explorations % 2 == 1;
            var rules = isBackward ? BackwardRules.Of(task, IsRemoved, Forbidden) : ForwardRules.Of(task, IsRemoved);
            if (!TryCollectStart(isBackward))
            {
                IsUnsolvable = true;
                break;
            }

            if (!exploration.Run((ulong[])compatible.Clone(), rules))
            {
                return;
            }

            Explorations++;
            Forbidden.SetToComplement(Allowed);
            if (!IsEndReached(isBackward))
            {
                IsUnsolvable = true;
                break;
            }

            var removed = RemoveOperators();
            var count = Forbidden.Count();
            unchanged = removed || count > known ? 0 : unchanged + 1;
            known = count;
        }

        IsComplete = true;
    }

    private void ForbidKnownPairs()
    {
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            int[] values = [.. Enumerable.Range(task.FactOffsets[variable], task.Variables[variable].DomainSize)];
            Forbid(values);
        }

        foreach (var group in task.MutexGroups)
        {
            Forbid(group);
        }

        Allowed.SetToComplement(Forbidden);
    }

    private void Forbid(int[] group)
    {
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Forbidden.Add(group[i], group[j]);
            }
        }
    }

    private int[] InitialFacts()
    {
        var facts = new List<int>();
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            if (!task.Variables[variable].IsDerived)
            {
                facts.Add(task.Fact(variable, task.InitialState[variable]));
            }
        }

        return [.. facts];
    }

    private bool TryCollectStart(bool isBackward)
    {
        if (isBackward)
        {
            return disambiguation.TryCollect(Allowed, task.Goal, compatible);
        }

        Array.Clear(compatible);
        foreach (var fact in InitialFacts())
        {
            FactBits.Add(compatible, fact);
        }

        return true;
    }

    private bool IsEndReached(bool isBackward) =>
        isBackward ? Allowed.ContainsAll(InitialFacts()) : disambiguation.TryCollect(Allowed, task.Goal, compatible);

    private bool RemoveOperators()
    {
        var removed = false;
        for (var o = 0; o < IsRemoved.Length; o++)
        {
            if (!IsRemoved[o] && !IsPossible(o))
            {
                IsRemoved[o] = true;
                removed = true;
            }
        }

        return removed;
    }

    // What holds after an operator is known only where no conditional effect may interfere.
    private bool IsPossible(int operatorId) =>
        disambiguation.TryCollect(Allowed, task.Operators.Preconditions[operatorId], compatible)
        && (!isReversible || disambiguation.TryCollect(Allowed, BackwardRules.FactsAfter(task, operatorId), compatible));
}
