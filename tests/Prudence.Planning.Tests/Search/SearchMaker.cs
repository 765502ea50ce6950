using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Basic;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Search;
using Prudence.Planning.Search.Width;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Search;

/// <summary>Makes each kind of search by name, so that a test can run over all of them.</summary>
internal static class SearchMaker
{
    /// <summary>Searches whose plan is optimal.</summary>
    public static string[] Optimal { get; } = ["astar-blind", "astar-oracle", "astar-inconsistent", "astar-path", "uniform-cost"];

    /// <summary>Searches that explore everything if they must.</summary>
    public static string[] Complete { get; } =
    [
        .. Optimal, "breadth-first", "wastar", "greedy", "greedy-two", "greedy-preferred", "greedy-plus-one", "greedy-path",
        "lazy-greedy", "lazy-preferred", "lazy-first", "lazy-plus-one", "lazy-wastar", "lazy-path", "bfws", "bfws-path", "dual-bfws",
    ];

    /// <summary>Searches that may fail where there is a plan.</summary>
    public static string[] Incomplete { get; } = ["ehc", "ehc-preferred", "ehc-path", "1-bfws", "2-bfws"];

    /// <summary>All of them.</summary>
    public static string[] All { get; } = [.. Complete, .. Incomplete, "anytime", "fallback"];

    public static SearchAlgorithm Make(
        string kind, PlanningTask task, StopSignal stop, SearchOptions? options = null, SearchProgress? progress = null)
    {
        var system = new TransitionSystem(task);
        options ??= new SearchOptions();
        var best = BestFirstOptions.From(options);
        Heuristic[] noisy = [new OracleHeuristic(task, noise: 7, admissible: false)];
        Heuristic[] two = [noisy[0], new GoalCountHeuristic(task)];
        var plusOne = best with { CostType = OperatorCostType.PlusOne };
        return kind switch
        {
            "astar-blind" => new AStarSearch(system, new BlindHeuristic(task), options, stop, progress),
            "astar-oracle" => new AStarSearch(system, new OracleHeuristic(task), options, stop, progress),
            "astar-inconsistent" => new AStarSearch(system, new OracleHeuristic(task, noise: 9), options, stop, progress),
            "astar-path" => new AStarSearch(system, new WitnessHeuristic(task), options, stop, progress),
            "uniform-cost" => new UniformCostSearch(system, options, stop, progress),
            "breadth-first" => new BreadthFirstSearch(system, options, stop, progress),
            "wastar" => new WeightedAStarSearch(system, noisy, best with { HeuristicWeight = 3, ReopenClosed = true }, stop, progress),
            "greedy" => new GreedySearch(system, noisy, best, stop, progress),
            "greedy-two" => new GreedySearch(system, two, best, stop, progress),
            "greedy-preferred" => new GreedySearch(system, two, best with { Preferring = noisy, Boost = 10 }, stop, progress),
            "greedy-plus-one" => new GreedySearch(system, noisy, plusOne, stop, progress),
            "greedy-path" => new GreedySearch(system, [new WitnessHeuristic(task)], best, stop, progress),
            "lazy-greedy" => new LazyGreedySearch(system, noisy, best, stop, progress),
            "lazy-preferred" => new LazyGreedySearch(system, two, best with { Preferring = noisy, Boost = 1000 }, stop, progress),
            "lazy-first" => new LazyGreedySearch(system, two, best with { Preferring = noisy, PreferredFirst = true }, stop, progress),
            "lazy-plus-one" => new LazyGreedySearch(system, two, plusOne with { Preferring = noisy }, stop, progress),
            "lazy-wastar" => new LazyWeightedAStarSearch(system, noisy, best with { HeuristicWeight = 2, ReopenClosed = true }, stop, progress),
            "lazy-path" => new LazyGreedySearch(system, [new WitnessHeuristic(task)], best, stop, progress),
            "ehc" => new EnforcedHillClimbing(system, noisy[0], Climbing(options), stop, progress),
            "ehc-preferred" => new EnforcedHillClimbing(system, noisy[0], Climbing(options) with { Preferring = noisy }, stop, progress),
            "ehc-path" => new EnforcedHillClimbing(system, new WitnessHeuristic(task), Climbing(options), stop, progress),
            "bfws" => Width(new GoalCountHeuristic(task), Widths(options)),
            "bfws-path" => Width(new WitnessHeuristic(task), Widths(options)),
            "1-bfws" => Width(new GoalCountHeuristic(task), Widths(options) with { Width = 1, Prunes = true }),
            "2-bfws" => Width(new GoalCountHeuristic(task), Widths(options) with { Prunes = true }),
            "dual-bfws" => new DualWidthSearch(
                system, new GoalCountHeuristic(task), () => new WitnessHeuristic(task), new FFHeuristic(task), Widths(options), stop, progress),
            "anytime" => new IteratedSearch(
                [
                    given => Make("breadth-first", task, stop, given, progress),
                    given => Make("lazy-wastar", task, stop, given, progress),
                    given => Make("astar-inconsistent", task, stop, given, progress),
                ],
                new IteratedOptions { Bound = options.Bound, MaximumExpansions = options.MaximumExpansions, RepeatLast = true },
                stop),
            "fallback" => new IteratedSearch(
                [given => Make("ehc", task, stop, given, progress), given => Make("greedy", task, stop, given, progress)],
                new IteratedOptions { Bound = options.Bound, MaximumExpansions = options.MaximumExpansions, StopAtFirstPlan = true },
                stop),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of search"),
        };

        BestFirstWidthSearch Width(Heuristic counter, WidthSearchOptions widths) =>
            new(system, counter, new FFHeuristic(task), widths, stop, progress);
    }

    private static HillClimbingOptions Climbing(SearchOptions options) =>
        new() { Bound = options.Bound, MaximumExpansions = options.MaximumExpansions };

    private static WidthSearchOptions Widths(SearchOptions options) =>
        new() { Bound = options.Bound, MaximumExpansions = options.MaximumExpansions };

    /// <summary>Runs a search without limits.</summary>
    public static SearchResult Run(string kind, PlanningTask task, SearchOptions? options = null)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        return Make(kind, task, stop, options).Run();
    }
}
