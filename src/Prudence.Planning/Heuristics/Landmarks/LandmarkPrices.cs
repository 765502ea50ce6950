using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>What landmark heuristics charge for each landmark.</summary>
internal static class LandmarkPrices
{
    /// <summary>The cost of the cheapest of each landmark's operators; <see cref="Heuristic.DeadEnd"/> where there is none.</summary>
    /// <param name="graph">The landmarks.</param>
    /// <param name="achievers">Which of its achievers to look at.</param>
    /// <param name="costs">The cost of each operator.</param>
    public static int[] Of(LandmarkGraph graph, Func<LandmarkGraph, IntLists> achievers, int[] costs)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var operators = achievers(graph);
        var cheapest = CheapestOf(costs);
        var prices = new int[graph.Count];
        for (var landmark = 0; landmark < prices.Length; landmark++)
        {
            // Which operators let axioms derive a landmark is not followed: any might.
            prices[landmark] = graph.Landmarks[landmark].IsDerived ? cheapest : Cheapest(operators[landmark], costs);
        }

        return prices;
    }

    /// <summary>One for each landmark; <see cref="Heuristic.DeadEnd"/> where no operator reaches it.</summary>
    public static int[] Ones(LandmarkGraph graph, Func<LandmarkGraph, IntLists> achievers) =>
        Array.ConvertAll(Of(graph, achievers, new int[graph.Task.Operators.Count]), static price => price == 0 ? 1 : price);

    private static int CheapestOf(int[] costs)
    {
        var cheapest = costs.Length == 0 ? 0 : costs[0];
        foreach (var cost in costs)
        {
            cheapest = Math.Min(cheapest, cost);
        }

        return cheapest;
    }

    private static int Cheapest(ReadOnlySpan<int> operators, int[] costs)
    {
        var cheapest = Heuristic.DeadEnd;
        foreach (var operatorId in operators)
        {
            cheapest = Math.Min(cheapest, costs[operatorId]);
        }

        return cheapest;
    }
}
