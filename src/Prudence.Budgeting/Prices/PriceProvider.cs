using Prudence.Budgeting.Prices.Matching;

namespace Prudence.Budgeting.Prices;

/// <summary>Who sells calls of models.</summary>
/// <param name="Id">The identifier, for example <c>anthropic</c>.</param>
/// <param name="Models">What it sells.</param>
public sealed record PriceProvider(string Id, IReadOnlyList<PricedModel> Models)
{
    /// <summary>Other names of the provider; null if there are none.</summary>
    public MatchRule? ProviderMatch { get; init; }

    /// <summary>Names of models that mean this provider where none is given; null if its models must be named with it.</summary>
    public MatchRule? ModelMatch { get; init; }

    /// <summary>Providers whose models it sells as well, at their prices.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    /// <summary>Whether its models are meant whatever provider is asked for, after those of the provider itself: own prices that name none.</summary>
    public bool AnswersForAll { get; init; }

    /// <summary>Whether a name is the identifier of this provider. Case is ignored.</summary>
    public bool IsNamed(string name) => Id.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The model that a name means; null if none. A model's identifier goes before the rules.</summary>
    public PricedModel? Find(string name) =>
        Models.FirstOrDefault(model => model.IsNamed(name)) ?? Models.FirstOrDefault(model => model.Match.Matches(name));
}
