namespace Prudence.Planning.Tasks;

/// <summary>
/// The ground operators as flat tables. A fact is an integer: <see cref="PlanningTask.FactOffsets"/> of the variable plus the value.
/// Effects are numbered over all operators: those of operator <c>o</c> are <c>EffectStarts[o] .. EffectStarts[o + 1]</c>.
/// </summary>
public sealed class OperatorTable
{
    /// <summary>The number of operators.</summary>
    public int Count => Costs.Length;

    /// <summary>Cost of each operator; not negative. One each where the task has no metric.</summary>
    public required int[] Costs { get; init; }

    /// <summary>Preconditions of each operator: facts in ascending order, at most one per variable.</summary>
    public required IntLists Preconditions { get; init; }

    /// <summary>Where the effects of each operator begin; <see cref="Count"/> + 1 entries.</summary>
    public required int[] EffectStarts { get; init; }

    /// <summary>The fact each effect makes true.</summary>
    public required int[] EffectFacts { get; init; }

    /// <summary>
    /// The facts that must hold before the operator for the effect to happen; empty for an unconditional effect.
    /// Where several effects on one variable happen, the last one listed counts.
    /// </summary>
    public required IntLists EffectConditions { get; init; }

    /// <summary>The name of operator <c>o</c> as plans write it, without parentheses: <c>drive truck1 a b</c>.</summary>
    public required Func<int, string> Name { get; init; }

    /// <summary>True if any effect of any operator has a condition.</summary>
    public bool HasConditionalEffects => EffectConditions.Items.Length > 0;
}
