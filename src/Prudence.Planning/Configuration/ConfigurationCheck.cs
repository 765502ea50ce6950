using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Basic;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Configuration;

/// <summary>
/// Finds mistakes in a configuration before a task is read: it makes the search for a task of one variable. A misspelt name should not come to
/// light after minutes of grounding, nor when an iterated search gets to its third step.
/// </summary>
internal static class ConfigurationCheck
{
    /// <summary>Checks a configuration, and each search of a sequence.</summary>
    /// <exception cref="ConfigurationException">A name or option is wrong.</exception>
    public static void Check(ConfigurationExpression expression, IEnumerable<string> customHeuristics)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var custom = customHeuristics.ToDictionary(
            static name => name, static _ => (Func<PlanningTask, Heuristic>)(static task => new BlindHeuristic(task, OperatorCostType.Normal)));
        Check(expression, new SearchFactory(OneVariable(), custom, stop, progress: null));
    }

    private static void Check(ConfigurationExpression expression, SearchFactory factory)
    {
        factory.Create(expression);
        if (expression.Name is "iterated" or "first-of")
        {
            foreach (var search in expression.Arguments)
            {
                Check(search, factory);
            }
        }
    }

    private static PlanningTask OneVariable() => new([new TaskVariable("goal", ["(goal)", "not (goal)"])])
    {
        Operators = new OperatorTable
        {
            Costs = [1],
            Preconditions = IntLists.From([[1]]),
            EffectStarts = [0, 1],
            EffectFacts = [0],
            EffectConditions = IntLists.From([[]]),
            Name = static _ => "reach-goal",
        },
        Axioms = RuleTable.Empty,
        InitialState = [1],
        Goal = [0],
        HasMetric = false,
    };
}
