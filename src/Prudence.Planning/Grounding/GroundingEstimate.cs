using Prudence.Planning.Grounding.Estimation;
using Prudence.Planning.Grounding.Reachability;

namespace Prudence.Planning.Grounding;

/// <summary>
/// Says before grounding starts how large the ground task may become, from the sizes of types and static relations alone. The bound
/// multiplies the largest numbers of matches of static atoms, the expectation the average ones; both treat other atoms as always true.
/// </summary>
public sealed class GroundingEstimate
{
    private GroundingEstimate(SchemaEstimate[] schemas) => Schemas = schemas;

    /// <summary>One estimate per action schema, in the order of the task.</summary>
    public IReadOnlyList<SchemaEstimate> Schemas { get; }

    /// <summary>The bound for all schemas together.</summary>
    public double UpperBound => Sum(static schema => schema.UpperBound);

    /// <summary>The number of instances to expect in all.</summary>
    public double Expected => Sum(static schema => schema.Expected);

    /// <summary>Estimates a task. Takes time in proportion to the initial state.</summary>
    public static GroundingEstimate Of(LiftedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var program = new RelaxedProgram(task, stop: null);
        var schemas = new SchemaEstimate[task.Actions.Length];
        for (var i = 0; i < schemas.Length; i++)
        {
            schemas[i] = Estimate(task, task.Actions[i], program, program.Actions[i]);
        }

        return new GroundingEstimate(schemas);
    }

    private static SchemaEstimate Estimate(LiftedTask task, LiftedAction action, RelaxedProgram program, Relation instances)
    {
        var combinations = 1.0;
        foreach (var type in action.ParameterTypes)
        {
            combinations *= task.ObjectsByType[type].Length;
        }

        var (bound, expected) = (0.0, 0.0);
        foreach (var rule in program.Rules)
        {
            if (rule.Heads[0].Relation == instances)
            {
                var size = RuleSize.Of(rule);
                bound += size.UpperBound;
                expected += size.Expected;
            }
        }

        bound = Math.Min(bound, combinations);
        return new SchemaEstimate(action.Name, combinations, bound, Math.Min(expected, bound));
    }

    private double Sum(Func<SchemaEstimate, double> amount)
    {
        var sum = 0.0;
        foreach (var schema in Schemas)
        {
            sum += amount(schema);
        }

        return sum;
    }
}
