using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Sets of facts of one class such that every way to reach a landmark requires at least one of them (Porteous and Cresswell 2002). For each
/// class that all ways mention, the set has all that they mention of it, fact landmarks aside.
/// </summary>
internal sealed class DisjunctivePreconditions
{
    // Larger ones say little: some fact of them is soon true.
    private const int LargestDisjunction = 4;

    private readonly List<int> facts = [];
    private readonly LandmarkGraphBuilder graph;
    private readonly int[] classes;
    private readonly int[] waysOfClass;
    private readonly int[] lastWay;

    public DisjunctivePreconditions(PlanningTask task, LandmarkGraphBuilder graph)
    {
        this.graph = graph;
        classes = DisjunctionClasses.Of(task);
        var classCount = 0;
        foreach (var number in classes)
        {
            classCount = Math.Max(classCount, number + 1);
        }

        waysOfClass = new int[classCount];
        lastWay = new int[classCount];
    }

    /// <summary>The disjunctions of two to four facts, each in ascending order.</summary>
    public List<int[]> Find(AchieverConditions conditions)
    {
        var result = new List<int[]>();
        Array.Clear(waysOfClass);
        Array.Fill(lastWay, -1);
        for (var way = 0; way < conditions.Count; way++)
        {
            foreach (var fact in conditions[way])
            {
                var number = classes[fact];
                if (number >= 0 && lastWay[number] != way && graph.Atomic(fact) < 0)
                {
                    lastWay[number] = way;
                    waysOfClass[number]++;
                }
            }
        }

        for (var number = 0; number < waysOfClass.Length && conditions.Count > 0; number++)
        {
            if (waysOfClass[number] == conditions.Count)
            {
                CollectFactsOfClass(conditions, number);
                if (facts.Count is > 1 and <= LargestDisjunction)
                {
                    facts.Sort();
                    result.Add([.. facts]);
                }
            }
        }

        return result;
    }

    /// <summary>Whether facts may stand together in a disjunction.</summary>
    public bool IsAlike(int[] disjunction) =>
        disjunction.Length is > 1 and <= LargestDisjunction
        && classes[disjunction[0]] != DisjunctionClasses.None
        && Array.TrueForAll(disjunction, fact => classes[fact] == classes[disjunction[0]] && graph.Atomic(fact) < 0);

    private void CollectFactsOfClass(AchieverConditions conditions, int number)
    {
        facts.Clear();
        for (var way = 0; way < conditions.Count && facts.Count <= LargestDisjunction; way++)
        {
            foreach (var fact in conditions[way])
            {
                if (classes[fact] == number && graph.Atomic(fact) < 0 && facts.IndexOf(fact) < 0)
                {
                    facts.Add(fact);
                }
            }
        }
    }
}
