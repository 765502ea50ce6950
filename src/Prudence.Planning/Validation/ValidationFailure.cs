namespace Prudence.Planning.Validation;

/// <summary>The first thing that is wrong with a plan.</summary>
/// <param name="Step">The number of the step, from 1; 0 for the goal.</param>
/// <param name="Action">The step; null for the goal.</param>
/// <param name="Condition">The part of the precondition or goal that does not hold, with objects put in; null where the step itself makes no sense.</param>
/// <param name="Reason">Why not.</param>
public sealed record ValidationFailure(int Step, PlanStep? Action, string? Condition, string Reason)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var place = Action is null ? "after the last step, the goal is not reached" : $"step {Step} {Action} cannot be applied";
        return Condition is null ? $"{place}: {Reason}" : $"{place}: {Condition} {Reason}";
    }
}
