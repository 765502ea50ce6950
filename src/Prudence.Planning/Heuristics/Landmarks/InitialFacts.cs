using Prudence.Planning.States;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>What holds in the initial state once its axioms are evaluated, and what the relaxation takes to hold.</summary>
internal static unsafe class InitialFacts
{
    /// <summary>One value per variable, derived ones included.</summary>
    public static int[] Evaluate(PlanningTask task)
    {
        var values = task.InitialState.AsSpan().ToArray();
        if (task.Axioms.Count > 0)
        {
            var packer = new StatePacker(task);
            var words = new uint[packer.TotalWords];
            fixed (uint* packed = words)
            fixed (int* unpacked = values)
            {
                packer.Pack(values, packed);
                new AxiomProgram(task, packer).Evaluate(packed);
                packer.Unpack(packed, unpacked);
            }
        }

        return values;
    }

    /// <summary>
    /// The facts of a state, and the default value of each derived variable for which it is not followed when that comes back: it is taken to
    /// be there.
    /// </summary>
    public static int[] Relax(PlanningTask task, NegatedAxioms negated, ReadOnlySpan<int> values)
    {
        var facts = new List<int>(values.Length);
        for (var variable = 0; variable < values.Length; variable++)
        {
            facts.Add(task.Fact(variable, values[variable]));
            if (task.Variables[variable].IsDerived && !negated.IsFollowed(variable) && values[variable] != task.Variables[variable].DefaultValue)
            {
                facts.Add(task.Fact(variable, task.Variables[variable].DefaultValue));
            }
        }

        return [.. facts];
    }
}
