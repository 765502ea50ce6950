using System.Collections.Immutable;

namespace Prudence.Planning.Validation;

/// <summary>Why a plan is not valid: what is wrong with its first bad step, or with the state it ends in.</summary>
/// <param name="Step">The number of the step, from 1; 0 for the goal.</param>
/// <param name="Action">The step; null for the goal.</param>
/// <param name="Violations">Everything in the precondition or goal that does not hold; at least one.</param>
public sealed record ValidationFailure(int Step, PlanStep? Action, ImmutableArray<Violation> Violations)
{
    /// <summary>The first part that does not hold; null where the step itself makes no sense.</summary>
    public string? Condition => Violations[0].Condition;

    /// <summary>Why it does not.</summary>
    public string Reason => Violations[0].Reason;

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = Action is null ? "after the last step, the goal is not reached" : $"step {Step} {Action} cannot be applied";
        var more = Violations.Length > 1 ? $" (and {Violations.Length - 1} more)" : "";
        return $"{place}: {Violations[0]}{more}";
    }
}
