using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>The task that is left where grounding already knows the answer: one variable, no operators.</summary>
internal static class DecidedTask
{
    /// <summary>A task that is solved by the empty plan, or by none.</summary>
    public static PlanningTask Create(bool hasMetric, bool isSolved) => new([new TaskVariable("goal", ["(goal)", "not (goal)"])])
    {
        Operators = new OperatorTable
        {
            Costs = [],
            Preconditions = IntLists.Empty,
            EffectStarts = [0],
            EffectFacts = [],
            EffectConditions = IntLists.Empty,
            Name = static _ => throw new ArgumentOutOfRangeException(nameof(_), "The task has no operators."),
        },
        Axioms = RuleTable.Empty,
        InitialState = [isSolved ? 0 : 1],
        Goal = [0],
        HasMetric = hasMetric,
        IsTriviallyUnsolvable = !isSolved,
    };
}
