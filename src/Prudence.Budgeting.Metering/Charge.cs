using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>What a call was charged.</summary>
public sealed record Charge
{
    /// <summary>The path of the scope that paid, with all above it.</summary>
    public required string Scope { get; init; }

    /// <summary>What the call was for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The model whose prices were applied; null if nobody named one.</summary>
    public string? Model { get; init; }

    /// <summary>The worst case that was held.</summary>
    public required Cost Held { get; init; }

    /// <summary>What was charged; nothing if the hold was given back.</summary>
    public required Cost Amounts { get; init; }

    /// <summary>The tokens that were charged.</summary>
    public TokenUsage Usage { get; init; } = new();

    /// <summary>What is remarkable about it.</summary>
    public ChargeMarks Marks { get; init; }
}
