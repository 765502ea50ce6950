using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Search;
using Prudence.Planning.Search.Portfolio;
using Prudence.Planning.Search.Width;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Configuration;

/// <summary>Makes searches from configuration nodes.</summary>
internal sealed class SearchFactory
{
    private readonly IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> custom;
    private readonly StopSignal stop;
    private readonly SearchProgress? progress;
    private readonly HeuristicFactory heuristics;
    private readonly TransitionSystem system;
    private readonly bool isPortfolioMember;

    /// <summary>Prepares a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="custom">Heuristics of the caller's own, by name.</param>
    /// <param name="stop">Ends preparations and searches early.</param>
    /// <param name="progress">Hears of the searches.</param>
    public SearchFactory(
        PlanningTask task, IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> custom, StopSignal stop, SearchProgress? progress)
        : this(new TransitionSystem(task), custom, stop, progress, isPortfolioMember: false)
    {
    }

    private SearchFactory(
        TransitionSystem system,
        IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> custom,
        StopSignal stop,
        SearchProgress? progress,
        bool isPortfolioMember)
    {
        this.system = system;
        this.custom = custom;
        this.stop = stop;
        this.progress = progress;
        this.isPortfolioMember = isPortfolioMember;
        heuristics = new HeuristicFactory(system.Task, custom, stop);
    }

    /// <summary>The names of the searches, with what they are.</summary>
    public static IReadOnlyList<ConfigurationWord> Known { get; } =
    [
        new("astar", "A*: cheapest plan first with an admissible heuristic"),
        new("wastar", "weighted A*: f = g + weight * h"),
        new("eager-greedy", "greedy best-first search, states evaluated when generated"),
        new("lazy-greedy", "greedy best-first search, states evaluated when expanded"),
        new("lazy-wastar", "weighted A*, states evaluated when expanded"),
        new("breadth-first", "fewest steps first"),
        new("uniform-cost", "cheapest path first (Dijkstra)"),
        new("ehc", "enforced hill-climbing (Hoffmann and Nebel 2001)"),
        new("bfws", "best-first width search, novelty before landmarks (Lipovetzky and Geffner 2017)"),
        new("dual-bfws", "a fast incomplete width search first, then a complete one"),
        new("iterated", "searches one after another, each bound to better the plans before"),
        new("first-of", "searches one after another until one finds a plan"),
        new("portfolio", "searches side by side, each on a thread of its own: policy=first ends with the first plan, policy=best with the best one"),
    ];

    /// <summary>Makes one search.</summary>
    /// <exception cref="ConfigurationException">The node names no search, or an argument or option it does not have.</exception>
    /// <exception cref="UnsupportedTaskFeatureException">A heuristic cannot handle a feature of the task.</exception>
    public SearchAlgorithm Create(ConfigurationExpression expression) => Create(expression, new SearchOptions());

    private SearchAlgorithm Create(ConfigurationExpression expression, SearchOptions limits)
    {
        var options = new OptionReader(expression);
        var search = Create(options, limits);
        options.RefuseRest();
        return search;
    }

    private SearchAlgorithm Create(OptionReader options, SearchOptions limits)
    {
        switch (options.Expression.Name)
        {
            case "astar":
                return new AStarSearch(system, OnlyHeuristic(options), limits, stop, progress);
            case "wastar":
                var weighted = BestFirst(options, limits, Weight(options));
                return new WeightedAStarSearch(system, weighted.Heuristics, weighted.Options, stop, progress);
            case "eager-greedy":
                var eager = BestFirst(options, limits, 1);
                return new GreedySearch(system, eager.Heuristics, eager.Options, stop, progress);
            case "lazy-greedy":
                var lazy = BestFirst(options, limits, 1);
                return new LazyGreedySearch(system, lazy.Heuristics, lazy.Options, stop, progress);
            case "lazy-wastar":
                var lazyWeighted = BestFirst(options, limits, Weight(options));
                return new LazyWeightedAStarSearch(system, lazyWeighted.Heuristics, lazyWeighted.Options, stop, progress);
            case "breadth-first":
                RefuseArguments(options);
                return new BreadthFirstSearch(system, limits, stop, progress);
            case "uniform-cost":
                RefuseArguments(options);
                return new UniformCostSearch(system, limits, stop, progress);
            case "ehc":
                return HillClimbing(options, limits);
            case "bfws":
                RefuseArguments(options);
                return new BestFirstWidthSearch(
                    system, heuristics.Create("landmark-count"), heuristics.FF(), Width(options, limits), stop, progress);
            case "dual-bfws":
                RefuseArguments(options);
                return new DualWidthSearch(
                    system, heuristics.Create("goal-count"), () => heuristics.Create("landmark-count"), heuristics.FF(), Width(options, limits), stop, progress);
            case "iterated":
                return Sequence(options, limits, stopAtFirstPlan: false);
            case "first-of":
                return Sequence(options, limits, stopAtFirstPlan: true);
            case "portfolio":
                return Portfolio(options, limits);
            default:
                throw Unknown(options.Expression);
        }
    }

    private static WidthSearchOptions Width(OptionReader options, SearchOptions limits) => new()
    {
        Bound = limits.Bound,
        MaximumExpansions = limits.MaximumExpansions,
        Width = options.Integer("width", 2, minimum: 1),
        Prunes = options.Flag("prune", false),
    };

    private EnforcedHillClimbing HillClimbing(OptionReader options, SearchOptions limits)
    {
        var heuristic = OnlyHeuristic(options);
        return new EnforcedHillClimbing(
            system,
            heuristic,
            new HillClimbingOptions
            {
                Bound = limits.Bound,
                MaximumExpansions = limits.MaximumExpansions,
                CostType = HeuristicFactory.CostType(options, OperatorCostType.Normal),
                Preferring = Preferred(options, [heuristic]),
                PreferredOnly = options.Flag("preferred-only", true),
            },
            stop,
            progress);
    }

    /// <summary>Searches one after another. Each is made when its turn comes.</summary>
    private IteratedSearch Sequence(OptionReader options, SearchOptions limits, bool stopAtFirstPlan)
    {
        var steps = new List<IteratedStep>();
        foreach (var argument in options.Expression.Arguments)
        {
            steps.Add(given => Create(argument, given));
        }

        if (steps.Count == 0)
        {
            throw options.Expression.Error($"{options.Expression.Name} needs at least one search");
        }

        return new IteratedSearch(
            steps,
            new IteratedOptions
            {
                Bound = limits.Bound,
                MaximumExpansions = limits.MaximumExpansions,
                Patience = options.Count("patience"),
                RepeatLast = !stopAtFirstPlan && options.Flag("repeat-last", false),
                StopAtFirstPlan = stopAtFirstPlan,
            },
            stop);
    }

    /// <summary>Searches side by side. Each is made on its own thread, with heuristics of its own.</summary>
    private PortfolioSearch Portfolio(OptionReader options, SearchOptions limits)
    {
        var expression = options.Expression;
        if (expression.Arguments.Count == 0)
        {
            throw expression.Error("portfolio needs at least one search", "for example portfolio(astar(lmcut), lazy-greedy(ff))");
        }

        // Its rounds would hold up those of the portfolio around it.
        if (isPortfolioMember)
        {
            throw expression.Error("a portfolio cannot contain another one", "list all searches in one portfolio");
        }

        var members = new List<PortfolioMember>();
        foreach (var argument in expression.Arguments)
        {
            members.Add((given, signal, listener) =>
                new SearchFactory(system, custom, signal, listener, isPortfolioMember: true).Create(argument, given));
        }

        return new PortfolioSearch(
            members,
            new PortfolioOptions
            {
                Bound = limits.Bound,
                MaximumExpansions = limits.MaximumExpansions,
                Policy = options.Choice("policy", PortfolioPolicy.FirstPlan, ("first", PortfolioPolicy.FirstPlan), ("best", PortfolioPolicy.BestPlan)),
                IsDeterministic = options.Flag("deterministic", true),
                RoundSteps = options.Integer("round", 1000, minimum: 1),
            },
            stop,
            progress);
    }

    private static int Weight(OptionReader options) => options.Integer("weight", 1, minimum: 1);

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

    private (IReadOnlyList<Heuristic> Heuristics, BestFirstOptions Options) BestFirst(OptionReader options, SearchOptions limits, int weight)
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
            Bound = limits.Bound,
            MaximumExpansions = limits.MaximumExpansions,
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
