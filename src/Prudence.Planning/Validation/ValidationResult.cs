namespace Prudence.Planning.Validation;

/// <summary>The validator's verdict.</summary>
/// <param name="IsValid">True if every precondition and the goal hold.</param>
/// <param name="Cost">The sum of the costs of the steps that could be applied; their number where the problem has no metric.</param>
/// <param name="Failure">The first thing that is wrong; null for a valid plan.</param>
public sealed record ValidationResult(bool IsValid, decimal Cost, ValidationFailure? Failure)
{
    /// <inheritdoc/>
    public override string ToString() => Failure?.ToString() ?? $"valid, cost {Cost}";
}
