using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// The landmark graph while it grows. Of landmarks that overlap only one is kept: a fact landmark replaces the disjunctive one it is part of,
/// and a disjunction that shares a fact with an earlier landmark is not added.
/// </summary>
internal sealed class LandmarkGraphBuilder
{
    private readonly List<int[]?> facts = [];
    private readonly List<bool> isGoal = [];
    private readonly int[] atomic;
    private readonly int[] disjunctive;
    private readonly Queue<int> open = new();

    public LandmarkGraphBuilder(PlanningTask task)
    {
        atomic = new int[task.FactCount];
        disjunctive = new int[task.FactCount];
        Array.Fill(atomic, -1);
        Array.Fill(disjunctive, -1);
    }

    /// <summary>Landmarks ever added; some may be gone.</summary>
    public int Count => facts.Count;

    public OrderingMatrix GreedyNecessary { get; } = new();

    public OrderingMatrix Natural { get; } = new();

    /// <summary>Whether a landmark is still there.</summary>
    public bool Exists(int landmark) => facts[landmark] is not null;

    /// <summary>The facts of a landmark that is still there.</summary>
    public int[] Facts(int landmark) => facts[landmark]!;

    public bool IsGoal(int landmark) => isGoal[landmark];

    /// <summary>The landmark that consists of a fact alone; -1 if there is none.</summary>
    public int Atomic(int fact) => atomic[fact];

    /// <summary>Takes the landmark that waits longest for its predecessors to be sought.</summary>
    public bool TryTakeOpen(out int landmark)
    {
        while (open.TryDequeue(out landmark))
        {
            if (Exists(landmark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a goal.</summary>
    public void AddGoal(int fact) => isGoal[AddAtomic(fact)] = true;

    /// <summary>Adds a fact landmark, unless it is there, and orders it before another.</summary>
    public void AddAtomicBefore(int fact, int later, bool greedyNecessary)
    {
        var landmark = atomic[fact];
        if (landmark < 0)
        {
            landmark = AddAtomic(fact);
        }

        Order(landmark, later, greedyNecessary);
    }

    /// <summary>Adds a disjunctive landmark, unless it overlaps with one that is there, and orders it greedy-necessarily before another.</summary>
    public void AddDisjunctiveBefore(int[] disjunction, int later)
    {
        var overlap = -1;
        foreach (var fact in disjunction)
        {
            if (atomic[fact] >= 0)
            {
                return;
            }

            overlap = Math.Max(overlap, disjunctive[fact]);
        }

        if (overlap >= 0)
        {
            // Holding one of a part of the facts implies holding one of all.
            if (Array.TrueForAll(disjunction, fact => disjunctive[fact] == overlap))
            {
                Order(overlap, later, greedyNecessary: true);
            }

            return;
        }

        var landmark = Add(disjunction);
        foreach (var fact in disjunction)
        {
            disjunctive[fact] = landmark;
        }

        Order(landmark, later, greedyNecessary: true);
    }

    /// <summary>Orders two landmarks, if both are still there and not the same.</summary>
    public void Order(int earlier, int later, bool greedyNecessary)
    {
        if (earlier != later && Exists(earlier) && Exists(later))
        {
            (greedyNecessary ? GreedyNecessary : Natural).Add(earlier, later);
        }
    }

    private int AddAtomic(int fact)
    {
        if (atomic[fact] >= 0)
        {
            return atomic[fact];
        }

        var landmark = Add([fact]);
        atomic[fact] = landmark;
        if (disjunctive[fact] >= 0)
        {
            ReplaceDisjunctive(disjunctive[fact], landmark);
        }

        return landmark;
    }

    private int Add(int[] landmarkFacts)
    {
        facts.Add(landmarkFacts);
        isGoal.Add(false);
        open.Enqueue(facts.Count - 1);
        return facts.Count - 1;
    }

    /// <summary>What came before the disjunction comes before the fact, but no longer necessarily right before: another fact may hold first.</summary>
    private void ReplaceDisjunctive(int old, int landmark)
    {
        for (var earlier = 0; earlier < facts.Count; earlier++)
        {
            if (GreedyNecessary.Contains(earlier, old) || Natural.Contains(earlier, old))
            {
                Order(earlier, landmark, greedyNecessary: false);
            }
        }

        foreach (var fact in Facts(old))
        {
            disjunctive[fact] = -1;
        }

        GreedyNecessary.RemoveAll(old);
        Natural.RemoveAll(old);
        facts[old] = null;
    }
}
