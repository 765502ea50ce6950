namespace Prudence.Budgeting.Metering;

/// <summary>What calls of a function may cost, and what happens when there is no room for one.</summary>
public sealed record MeteredFunctionOptions
{
    /// <summary>What calls are for; the name of the function if null.</summary>
    public string? Purpose { get; init; }

    /// <summary>The most that a call uses beside being one, for example money for a paid search.</summary>
    public Cost WorstCase { get; init; } = Cost.Zero;

    /// <summary>What a call really used, read from its result; null where that is always the worst case.</summary>
    public Func<object?, Cost>? ActualCost { get; init; }

    /// <summary>
    /// What the model is told instead of a result when the budget refuses; null to throw <see cref="CallRefusedException"/>. By default it is told
    /// the refusal, so that it can answer with what it has.
    /// </summary>
    public Func<BudgetRefusal, object?>? OnRefusal { get; init; } = static refusal => $"Not called: {refusal}. Answer with what you have.";
}
