using System.Numerics;
using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Approximates reasonable orderings (Hoffmann, Porteous and Sebastia 2004; Richter and Westphal 2010, section 4.2.4). Landmark <c>a</c> is
/// reasonably ordered before <c>b</c> if <c>b</c> cannot hold while <c>a</c> is reached, and <c>b</c> is needed after <c>a</c>: it is a goal,
/// or it is needed right before something that <c>a</c> comes before too.
/// </summary>
internal sealed class ReasonableOrderings
{
    private readonly Landmark[] landmarks;
    private readonly IntLists greedyNecessary;
    private readonly IntLists natural;
    private readonly StopSignal? stop;
    private readonly IntLists sharedEffects;
    private readonly FactMutexes mutexes;
    private readonly PredecessorSets predecessors;
    private readonly ulong[] simple;

    public ReasonableOrderings(
        PlanningTask task, RelaxedRules rules, Landmark[] landmarks, IntLists greedyNecessary, IntLists natural, StopSignal? stop)
    {
        this.landmarks = landmarks;
        this.greedyNecessary = greedyNecessary;
        this.natural = natural;
        this.stop = stop;
        predecessors = new PredecessorSets(greedyNecessary, natural);
        simple = new ulong[predecessors.Words];
        for (var position = 0; position < landmarks.Length; position++)
        {
            if (!landmarks[predecessors.At[position]].IsDisjunctive)
            {
                simple[position >> 6] |= 1UL << position;
            }
        }

        mutexes = new FactMutexes(task);
        sharedEffects = new SharedEffects(task, rules).OfAll(landmarks);
    }

    /// <summary>The reasonable orderings that are not among the stronger ones.</summary>
    public IntLists Find()
    {
        var reasonable = new OrderingMatrix();
        var stronger = new OrderingMatrix();
        var candidates = new ulong[predecessors.Words];
        for (var later = 0; later < landmarks.Length; later++)
        {
            AddSuccessors(later, stronger);
            if (!landmarks[later].IsDisjunctive && stop is not { IsRaised: true })
            {
                CollectCandidates(later, candidates);
                mutexes.Choose(landmarks[later].Facts[0]);
                AddInterfering(later, candidates, reasonable);
            }
        }

        reasonable.Subtract(stronger);
        return reasonable.ToLists(IntSequences.Below(landmarks.Length));
    }

    private void AddInterfering(int later, ulong[] candidates, OrderingMatrix reasonable)
    {
        for (var word = 0; word < candidates.Length; word++)
        {
            for (var bits = candidates[word] & simple[word]; bits != 0; bits &= bits - 1)
            {
                var earlier = predecessors.At[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                if (earlier != later && Interferes(earlier))
                {
                    reasonable.Add(earlier, later);
                }
            }
        }
    }

    private void AddSuccessors(int earlier, OrderingMatrix stronger)
    {
        foreach (var later in greedyNecessary[earlier])
        {
            stronger.Add(earlier, later);
        }

        foreach (var later in natural[earlier])
        {
            stronger.Add(earlier, later);
        }
    }

    private void CollectCandidates(int later, ulong[] candidates)
    {
        if (landmarks[later].IsGoal)
        {
            simple.CopyTo(candidates, 0);
            return;
        }

        Array.Clear(candidates);
        foreach (var next in greedyNecessary[later])
        {
            predecessors.AddPredecessors(next, simple, later, candidates);
        }
    }

    /// <summary>Whether the fact chosen in <see cref="mutexes"/> cannot hold while a landmark is reached.</summary>
    private bool Interferes(int earlier)
    {
        var fact = landmarks[earlier].Facts[0];
        if (mutexes.Excludes(fact))
        {
            return true;
        }

        foreach (var effect in sharedEffects[earlier])
        {
            if (effect != fact && mutexes.Excludes(effect))
            {
                return true;
            }
        }

        return false;
    }
}
