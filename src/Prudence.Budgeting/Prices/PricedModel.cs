using Prudence.Budgeting.Prices.Matching;

namespace Prudence.Budgeting.Prices;

/// <summary>A model of one provider, with its prices in the course of time.</summary>
/// <param name="Provider">The identifier of the provider, for example <c>anthropic</c>.</param>
/// <param name="Name">The identifier of the model, unique with its provider unless the table itself repeats it.</param>
/// <param name="Match">Which names mean this model.</param>
/// <param name="Prices">Its prices; where several hold at once, the last of them counts.</param>
/// <param name="Source">Where they come from.</param>
public sealed record PricedModel(string Provider, string Name, MatchRule Match, IReadOnlyList<ModelPrice> Prices, PriceSource Source)
{
    /// <summary>Its name for people, where the table has one.</summary>
    public string? Title { get; init; }

    /// <summary>The most tokens of input it takes, where known.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>What the table prices in ways that are not modelled, for example by the second; by the table's own names.</summary>
    public IReadOnlyList<string> NotModelled { get; init; } = [];

    /// <summary>The price that holds at an instant; null if none does.</summary>
    public ModelPrice? PriceAt(DateTimeOffset at) => Prices.LastOrDefault(price => price.Validity.Holds(at));

    /// <summary>Whether a name is this model's identifier. Case is ignored.</summary>
    public bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
