using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Search;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Configuration;

/// <summary>Makes searches from configuration nodes.</summary>
internal sealed class SearchFactory(
    PlanningTask task, IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> custom, StopSignal stop, SearchProgress? progress)
{
    private readonly HeuristicFactory heuristics = new(task, custom, stop);
    private readonly TransitionSystem system = new(task);

    /// <summary>The names of the searches, with what they are.</summary>
    public static IReadOnlyList<(string Name, string Purpose)> Known { get; } =
    [
        ("astar", "A*: cheapest plan first with an admissible heuristic"),
        ("wastar", "weighted A*: f = g + weight * h"),
        ("eager-greedy", "greedy best-first search, states evaluated when generated"),
        ("lazy-greedy", "greedy best-first search, states evaluated when expanded"),
        ("lazy-wastar", "weighted A*, states evaluated when expanded"),
        ("breadth-first", "fewest steps first"),
        ("uniform-cost", "cheapest path first (Dijkstra)"),
    ];

    /// <summary>Makes one search.</summary>
    /// <exception cref="ConfigurationException">The node names no search, or an argument or option it does not have.</exception>
    /// <exception cref="UnsupportedTaskFeatureException">A heuristic cannot handle a feature of the task.</exception>
    public SearchAlgorithm Create(ConfigurationExpression expression) => Create(expression, new CostBound());

    private SearchAlgorithm Create(ConfigurationExpression expression, CostBound bound)
    {
        var options = new OptionReader(expression);
        var search = Create(options, bound);
        options.RefuseRest();
        return search;
    }

    private SearchAlgorithm Create(OptionReader options, CostBound bound)
    {
        switch (options.Expression.Name)
        {
            case "astar":
                return new AStarSearch(system, OnlyHeuristic(options), Plain(bound), stop, progress);
            case "wastar":
                var weighted = BestFirst(options, bound, Weight(options));
                return new WeightedAStarSearch(system, weighted.Heuristics, weighted.Options, stop, progress);
            case "eager-greedy":
                var eager = BestFirst(options, bound, 1);
                return new GreedySearch(system, eager.Heuristics, eager.Options, stop, progress);
            case "lazy-greedy":
                var lazy = BestFirst(options, bound, 1);
                return new LazyGreedySearch(system, lazy.Heuristics, lazy.Options, stop, progress);
            case "lazy-wastar":
                var lazyWeighted = BestFirst(options, bound, Weight(options));
                return new LazyWeightedAStarSearch(system, lazyWeighted.Heuristics, lazyWeighted.Options, stop, progress);
            case "breadth-first":
                RefuseArguments(options);
                return new BreadthFirstSearch(system, Plain(bound), stop, progress);
            case "uniform-cost":
                RefuseArguments(options);
                return new UniformCostSearch(system, Plain(bound), stop, progress);
            default:
                throw Unknown(options.Expression);
        }
    }

    private static int Weight(OptionReader options) => options.Integer("weight", 1, minimum: 1);

    private static SearchOptions Plain(CostBound bound) => new() { Bound = bound };

    private static void RefuseArguments(OptionReader options)
    {
        if (options.Expression.Arguments.Count > 0)
        {
            throw options.Expression.Error($"{options.Expression.Name} takes no heuristic");
        }
    }

    private Heuristic OnlyHeuristic(OptionReader options) =>
        options.Expression.Arguments is [var only]
            ? heuristics.Create(only)
            : throw options.Expression.Error($"{options.Expression.Name} takes one heuristic", $"for example {options.Expression.Name}(lmcut)");

    private (IReadOnlyList<Heuristic> Heuristics, BestFirstOptions Options) BestFirst(OptionReader options, CostBound bound, int weight)
    {
        var expression = options.Expression;
        if (expression.Arguments.Count == 0)
        {
            throw expression.Error($"{expression.Name} needs a heuristic", $"for example {expression.Name}(ff)");
        }

        var created = new Heuristic[expression.Arguments.Count];
        for (var i = 0; i < created.Length; i++)
        {
            created[i] = heuristics.Create(expression.Arguments[i]);
        }

        return (created, new BestFirstOptions
        {
            Bound = bound,
            HeuristicWeight = weight,
            CostType = HeuristicFactory.CostType(options, OperatorCostType.Normal),
            ReopenClosed = options.Flag("reopen", expression.Name is "wastar" or "lazy-wastar"),
            Boost = options.Integer("boost", 1000),
            Preferring = Preferred(options, created),
        });
    }

    private static Heuristic[] Preferred(OptionReader options, Heuristic[] created)
    {
        if (options.Node("preferred") is not { } wanted || wanted.Name == "none")
        {
            return [];
        }

        if (wanted.Name == "all")
        {
            return created;
        }

        for (var i = 0; i < created.Length; i++)
        {
            if (options.Expression.Arguments[i].Name == wanted.Name)
            {
                return [created[i]];
            }
        }

        throw wanted.Error("option 'preferred' takes all, none, or one of the search's heuristics");
    }

    private static ConfigurationException Unknown(ConfigurationExpression expression)
    {
        var names = new List<string>();
        foreach (var (name, _) in Known)
        {
            names.Add(name);
        }

        foreach (var preset in Presets.All)
        {
            names.Add(preset.Name);
        }

        return expression.Error(
            $"there is no search or preset '{expression.Name}'",
            Spelling.Hint(expression.Name, names) ?? $"known: {string.Join(", ", names)}");
    }
}
