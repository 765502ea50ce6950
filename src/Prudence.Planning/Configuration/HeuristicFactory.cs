using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Basic;
using Prudence.Planning.Heuristics.ContextEnhanced;
using Prudence.Planning.Heuristics.Landmarks;
using Prudence.Planning.Heuristics.LmCut;
using Prudence.Planning.Heuristics.PatternDatabases;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Language.Reading;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Configuration;

/// <summary>Makes heuristics from configuration nodes. What is dear to compute and never changes, such as landmarks, is shared by all it makes.</summary>
internal sealed class HeuristicFactory(PlanningTask task, IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> custom, StopSignal stop)
{
    /// <summary>The names of the heuristics that come with the planner, with what they are.</summary>
    public static IReadOnlyList<ConfigurationWord> Known { get; } =
    [
        new("blind", "the cheapest operator's cost, 0 at the goal (admissible)"),
        new("goal-count", "the number of goals that do not hold"),
        new("max", "hmax: the dearest goal when deletes are ignored (admissible; Bonet and Geffner 2001)"),
        new("add", "hadd: the sum over goals when deletes are ignored (Bonet and Geffner 2001)"),
        new("ff", "hFF: the cost of a relaxed plan; recommends operators (Hoffmann and Nebel 2001)"),
        new("lmcut", "landmark cut (admissible; Helmert and Domshlak 2009)"),
        new("pdb", "pattern databases with saturated cost partitioning (admissible; Pommerening et al. 2013, Seipp et al. 2017)"),
        new("cea", "context-enhanced additive heuristic; recommends operators (Helmert and Geffner 2008)"),
        new("landmark-count", "the number of landmarks still to reach (Richter and Westphal 2010)"),
        new("landmark-sum", "the cost of the landmarks still to reach; recommends operators where asked to"),
    ];

    private readonly Lazy<LandmarkGraph> landmarks = new(() => LandmarkGenerator.Generate(task, stop));

    /// <summary>Makes one heuristic.</summary>
    /// <exception cref="ConfigurationException">The node names no heuristic, or an option it does not have.</exception>
    /// <exception cref="UnsupportedTaskFeatureException">The heuristic cannot handle a feature of the task.</exception>
    public Heuristic Create(ConfigurationExpression expression)
    {
        if (custom.TryGetValue(expression.Name, out var make))
        {
            new OptionReader(expression).RefuseRest();
            return make(task);
        }

        if (expression.Arguments.Count > 0)
        {
            throw expression.Error($"the heuristic {expression.Name} takes options only, such as {expression.Name}(cost=one)");
        }

        var options = new OptionReader(expression);
        var costType = CostType(options, OperatorCostType.Normal);
        var heuristic = Create(expression, options, costType);
        options.RefuseRest();
        return heuristic;
    }

    /// <summary>Makes a heuristic with its default options.</summary>
    public Heuristic Create(string name) => Create(ConfigurationParser.Parse(name));

    /// <summary>Makes the heuristic whose relaxed plans width-based searches count.</summary>
    public FFHeuristic FF() => new(task, OperatorCostType.One);

    /// <summary>The option <c>cost</c>: how operator costs are counted.</summary>
    public static OperatorCostType CostType(OptionReader options, OperatorCostType fallback) => options.Choice(
        "cost",
        fallback,
        ("normal", OperatorCostType.Normal),
        ("one", OperatorCostType.One),
        ("plus-one", OperatorCostType.PlusOne));

    private Heuristic Create(ConfigurationExpression expression, OptionReader options, OperatorCostType costType) => expression.Name switch
    {
        "blind" => new BlindHeuristic(task, costType),
        "goal-count" => new GoalCountHeuristic(task),
        "max" => new MaxHeuristic(task, costType),
        "add" => new AdditiveHeuristic(task, costType),
        "ff" => new FFHeuristic(task, costType),
        "lmcut" => new LmCutHeuristic(task, costType, stop),
        "pdb" => new PatternDatabaseHeuristic(task, costType, PatternOptions(options), stop),
        "cea" => new ContextEnhancedHeuristic(task, costType, stop),
        "landmark-count" => new LandmarkCountHeuristic(landmarks.Value, options.Flag("preferred", false), stop),
        "landmark-sum" => new LandmarkSumHeuristic(landmarks.Value, costType, options.Flag("preferred", false), stop),
        _ => throw Unknown(expression),
    };

    private static PatternDatabaseOptions PatternOptions(OptionReader options)
    {
        var fallback = new PatternDatabaseOptions();
        return new PatternDatabaseOptions
        {
            MaximumStates = options.Integer("max-states", fallback.MaximumStates, minimum: 1),
            MaximumCollectionStates = options.Integer("collection-states", fallback.MaximumCollectionStates, minimum: 1),
            MaximumSize = options.Integer("pattern-size", fallback.MaximumSize, minimum: 1),
            MaximumOrders = options.Integer("orders", fallback.MaximumOrders, minimum: 1),
        };
    }

    private ConfigurationException Unknown(ConfigurationExpression expression)
    {
        var names = new List<string>(custom.Keys);
        foreach (var (name, _) in Known)
        {
            names.Add(name);
        }

        return expression.Error(
            $"there is no heuristic '{expression.Name}'",
            Spelling.Hint(expression.Name, names) ?? $"known: {string.Join(", ", names)}");
    }
}
