namespace Prudence.Budgeting.Prices;

/// <summary>Why something has no price, and what to do about it.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Message">The reason, for people.</param>
public sealed record PriceRefusal(PriceRefusalKind Kind, string Message)
{
    /// <summary>What may have been meant: near spellings of a model, or its providers.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>What to do; null if the message says it.</summary>
    public string? Advice { get; init; }
}
