using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Basic;

/// <summary>Counts the goal facts that do not hold.</summary>
public sealed class GoalCountHeuristic : Heuristic
{
    private readonly int[] variables;
    private readonly int[] values;

    /// <summary>Prepares for a task.</summary>
    public GoalCountHeuristic(PlanningTask task)
        : base(task)
    {
        variables = Array.ConvertAll(task.Goal, fact => task.FactVariables[fact]);
        values = Array.ConvertAll(task.Goal, task.FactValue);
    }

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        var missing = 0;
        for (var i = 0; i < variables.Length; i++)
        {
            if (state[variables[i]] != values[i])
            {
                missing++;
            }
        }

        return missing;
    }
}
