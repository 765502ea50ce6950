namespace Prudence.Budgeting.Prices;

/// <summary>Prices from one source, and its rules for finding them by name.</summary>
public sealed class PriceTable
{
    private readonly Lazy<ILookup<string, PricedModel>> byName;
    private readonly Lazy<ILookup<string, PricedModel>> byAlias;

    /// <summary>Makes a table.</summary>
    public PriceTable(PriceSource source, IReadOnlyList<PriceProvider> providers)
    {
        (Source, Providers) = (source, providers);
        byName = new(() => Models.ToLookup(static model => model.Name, StringComparer.OrdinalIgnoreCase));
        byAlias = new(() => Models.SelectMany(static model => model.Match.Names().Distinct(StringComparer.OrdinalIgnoreCase), static (model, name) => (model, name))
            .ToLookup(static pair => pair.name, static pair => pair.model, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Where it comes from.</summary>
    public PriceSource Source { get; }

    /// <summary>The providers, in the order of the table.</summary>
    public IReadOnlyList<PriceProvider> Providers { get; }

    /// <summary>
    /// Whether the rules of all models are tried where no provider is named and no model has exactly the name. Not so in tables whose rules are
    /// made for the names of their own provider and would take those of others.
    /// </summary>
    public bool MatchesWithoutProvider { get; init; }

    /// <summary>All models, provider by provider.</summary>
    public IEnumerable<PricedModel> Models => Providers.SelectMany(static provider => provider.Models);

    /// <summary>The provider that a name means: by identifier, or else by its rule; null if none.</summary>
    public PriceProvider? FindProvider(string name) =>
        Providers.FirstOrDefault(provider => provider.IsNamed(name)) ?? Providers.FirstOrDefault(provider => provider.ProviderMatch?.Matches(name) == true);

    /// <summary>
    /// The models that a name may mean. With a provider: what it sells under that name, itself or as a fallback, or else what a provider sells
    /// that answers for all. Without one, in this order:
    /// the provider whose rule for models knows the name; models of exactly that name; where the table allows it, models whose rule knows it;
    /// <c>provider/model</c> taken apart.
    /// More than one result means that several providers sell it and one must be named.
    /// </summary>
    public IReadOnlyList<PricedModel> Find(string name, string? provider = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (provider is not null)
        {
            var sold = Sellers(provider).Select(seller => FindAt(seller, name)).FirstOrDefault(static model => model is not null);
            return sold is null ? [] : [sold];
        }

        var known = Providers.Where(candidate => candidate.ModelMatch?.Matches(name) == true)
            .Select(candidate => FindAt(candidate, name)).FirstOrDefault(static model => model is not null);
        return known is not null ? [known]
            : FindExactly(name) is { Count: > 0 } exact ? exact
            : FindByRule(name) is { Count: > 0 } matched ? matched
            : FindInParts(name);
    }

    /// <summary>The provider that a name means, and those that answer for all.</summary>
    internal IEnumerable<PriceProvider> Sellers(string provider) =>
        Providers.Where(static candidate => candidate.AnswersForAll).Prepend(FindProvider(provider)).OfType<PriceProvider>().Distinct();

    private List<PricedModel> FindExactly(string name)
    {
        var named = byName.Value[name].DistinctBy(static model => model.Provider).ToList();
        return named.Count > 0 ? named : [.. byAlias.Value[name].DistinctBy(static model => model.Provider)];
    }

    private List<PricedModel> FindByRule(string name) =>
        MatchesWithoutProvider ? [.. Models.Where(model => model.Match.Matches(name)).DistinctBy(static model => model.Provider)] : [];

    private IReadOnlyList<PricedModel> FindInParts(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? Find(name[(slash + 1)..], name[..slash]) : [];
    }

    private PricedModel? FindAt(PriceProvider provider, string name) =>
        provider.Find(name) ?? provider.Fallbacks.Select(FindProvider).Select(fallback => fallback?.Find(name)).FirstOrDefault(static model => model is not null);
}
