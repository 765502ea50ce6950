namespace Prudence.Budgeting;

/// <summary>What a scope allows.</summary>
public sealed record ScopeOptions
{
    /// <summary>Limits on resources; several on one resource all hold, for example a daily and a monthly one.</summary>
    public IReadOnlyList<BudgetLimit> Limits { get; init; } = [];

    /// <summary>When the scope stops granting and its <see cref="Budget.Token"/> is cancelled; never if null.</summary>
    public DateTimeOffset? Deadline { get; init; }
}
