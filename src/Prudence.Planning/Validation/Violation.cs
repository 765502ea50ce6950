namespace Prudence.Planning.Validation;

/// <summary>One thing that is wrong with a step or with the state a plan ends in.</summary>
/// <param name="Condition">The part of the precondition or goal that does not hold, with objects put in; null where the step itself makes no sense.</param>
/// <param name="Reason">Why not.</param>
public sealed record Violation(string? Condition, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Condition is null ? Reason : $"{Condition} {Reason}";
}
