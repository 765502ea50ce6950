using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// A set of variables and the perfect hash of their values: the abstract states of the projection to these variables are 0 to
/// <see cref="StateCount"/> - 1, the value of each variable one digit of a mixed-radix number.
/// </summary>
internal sealed class Pattern
{
    private readonly int[] multipliers;
    private readonly int[] sizes;

    public Pattern(PlanningTask task, params int[] variables)
    {
        Variables = variables;
        multipliers = new int[variables.Length];
        sizes = Array.ConvertAll(variables, v => task.Variables[v].DomainSize);
        var count = 1;
        for (var i = 0; i < variables.Length; i++)
        {
            multipliers[i] = count;
            count = checked(count * sizes[i]);
        }

        StateCount = count;
    }

    /// <summary>The variables, in ascending order.</summary>
    public int[] Variables { get; }

    /// <summary>The number of abstract states.</summary>
    public int StateCount { get; }

    /// <summary>By how much an abstract state's number grows with the value of the variable at a position.</summary>
    public int Multiplier(int position) => multipliers[position];

    /// <summary>The position of a variable; negative if it does not belong to the pattern.</summary>
    public int PositionOf(int variable) => Array.BinarySearch(Variables, variable);

    /// <summary>The abstract state of a state.</summary>
    public int StateOf(ReadOnlySpan<int> values)
    {
        var state = 0;
        for (var i = 0; i < multipliers.Length; i++)
        {
            state += multipliers[i] * values[Variables[i]];
        }

        return state;
    }

    /// <summary>The value of the variable at a position in an abstract state.</summary>
    public int ValueAt(int state, int position) => state / multipliers[position] % sizes[position];

    /// <summary>The number of states of a projection, as far as it does not exceed a limit; otherwise more than the limit.</summary>
    public static long CountStates(PlanningTask task, ReadOnlySpan<int> variables, int limit)
    {
        var count = 1L;
        foreach (var variable in variables)
        {
            count *= task.Variables[variable].DomainSize;
            if (count > limit)
            {
                return limit + 1L;
            }
        }

        return count;
    }
}
