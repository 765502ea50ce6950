using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// Finds statements "at most one of these atoms holds" that no action can break, before any grounding
/// (Helmert 2009, "Concise finite-domain representations for PDDL planning tasks", section 5).
/// </summary>
/// <remarks>
/// Differences from the paper: an invariant need only be kept from states that satisfy it, so preconditions that already demand two of its atoms
/// are ignored; types and static predicates keep parameters apart; universal deletes balance an add wherever their conditions are known to hold.
/// </remarks>
internal static class InvariantSynthesis
{
    private const int MaximumCandidates = 3000;
    private const long MaximumWork = 150_000;

    /// <summary>All invariants found within the fixed limits of work; fewer if the signal is raised.</summary>
    public static InvariantCandidate[] Run(LiftedTask task, StopSignal stop)
    {
        List<InvariantCandidate> open = InitialCandidates(task);
        HashSet<string> seen = [];
        foreach (var candidate in open)
        {
            seen.Add(candidate.Key);
        }

        var check = new BalanceCheck(task);
        List<InvariantCandidate> found = [];
        List<InvariantCandidate> refined = [];
        for (var next = 0; next < open.Count && check.Work < MaximumWork && !stop.IsRaised; next++)
        {
            refined.Clear();
            if (check.Holds(open[next], refined))
            {
                found.Add(open[next]);
            }

            foreach (var candidate in refined)
            {
                if (open.Count < MaximumCandidates && seen.Add(candidate.Key))
                {
                    open.Add(candidate);
                }
            }
        }

        return [.. found];
    }

    private static List<InvariantCandidate> InitialCandidates(LiftedTask task)
    {
        List<InvariantCandidate> candidates = [];
        for (var p = 0; p < task.Predicates.Length; p++)
        {
            var predicate = task.Predicates[p];
            if (predicate.IsDerived || predicate.IsStatic)
            {
                continue;
            }

            for (var counted = -1; counted < predicate.Arity; counted++)
            {
                candidates.Add(InvariantCandidate.Single(p, predicate.Arity, counted));
            }
        }

        return candidates;
    }
}
