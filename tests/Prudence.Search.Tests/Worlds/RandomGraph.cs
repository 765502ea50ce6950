namespace Prudence.Search.Tests.Worlds;

/// <summary>A small directed graph with random costs, and the true distances to its goals by brute force.</summary>
internal sealed class RandomGraph
{
    private readonly List<(int To, int Cost)>[] edges;
    private readonly bool[] goals;

    public RandomGraph(int seed)
    {
        var random = new Random(seed);
        var size = random.Next(1, 25);
        edges = new List<(int, int)>[size];
        goals = new bool[size];
        for (var node = 0; node < size; node++)
        {
            edges[node] = Enumerable.Range(0, random.Next(0, 5)).Select(_ => (random.Next(size), random.Next(0, 10))).ToList();
            goals[node] = random.Next(10) == 0;
        }

        Distances = BellmanFord();
    }

    /// <summary>The cost of the cheapest way to a goal by node; infinity where there is none.</summary>
    public double[] Distances { get; }

    public ISearchSpace<int, (int From, int To)> Space => SearchSpace.From<int, (int From, int To)>(
        0, node => edges[node].ConvertAll(edge => new Successor<int, (int, int)>((node, edge.To), edge.To, edge.Cost)), node => goals[node]);

    /// <summary>An estimate that never exceeds the truth but need not be consistent.</summary>
    public IStateEvaluator<int> AdmissibleEstimate(int seed)
    {
        var random = new Random(seed);
        var shares = Array.ConvertAll(Distances, distance => double.IsInfinity(distance)
            ? (random.Next(2) == 0 ? distance : random.Next(20))
            : Math.Floor(distance * random.NextDouble()));
        return StateEvaluator.From<int>(node => shares[node], isAdmissible: true);
    }

    public bool IsPath(SearchPath<int, (int From, int To)> path)
    {
        var node = 0;
        foreach (var step in path.Steps)
        {
            if (step.Action.From != node || step.Action.To != step.State || !edges[node].Contains((step.State, (int)step.Cost)))
            {
                return false;
            }

            node = step.State;
        }

        return goals[node] && path.Cost == path.Steps.Sum(static step => step.Cost);
    }

    private double[] BellmanFord()
    {
        var distances = Array.ConvertAll(goals, static goal => goal ? 0 : double.PositiveInfinity);
        for (var round = 0; round < edges.Length; round++)
        {
            for (var node = 0; node < edges.Length; node++)
            {
                foreach (var (to, cost) in edges[node])
                {
                    distances[node] = Math.Min(distances[node], cost + distances[to]);
                }
            }
        }

        return distances;
    }
}
