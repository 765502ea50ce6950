using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Prudence.Budgeting.Prices.Tables;

namespace Prudence.Budgeting.Prices;

/// <summary>
/// Price tables one on top of the other: what an upper one knows hides what those below say of it. Own prices lie on top, see <see cref="With"/>.
/// </summary>
public sealed class PriceBook
{
    private static readonly Lazy<PriceBook> Shipped = new(Load);

    /// <summary>Looking through all rules takes longer than pricing a call, and programs ask for the same few models again and again.</summary>
    private const int MostKnown = 1_000;

    private readonly ConcurrentDictionary<(string Model, string? Provider), PriceLookup> known = new();
    private readonly Lazy<IReadOnlyList<PricedModel>> models;

    /// <summary>Makes a book of tables, the one that counts first at the front.</summary>
    public PriceBook(IReadOnlyList<PriceTable> tables)
    {
        Tables = tables;
        models = new(Visible);
    }

    /// <summary>The tables that come with the product, read on first use: genai-prices, and tokencost for models it lacks.</summary>
    public static PriceBook Default => Shipped.Value;

    /// <summary>The tables, the one that counts first at the front.</summary>
    public IReadOnlyList<PriceTable> Tables { get; }

    /// <summary>All models that no upper table hides.</summary>
    public IReadOnlyList<PricedModel> Models => models.Value;

    /// <summary>A book with one more table on top.</summary>
    public PriceBook With(PriceTable table) => new([table, .. Tables]);

    /// <summary>The model that a name means; see <see cref="PriceTable.Find"/> for the rules of each table.</summary>
    /// <param name="model">A name or alias, also as <c>provider/model</c>.</param>
    /// <param name="provider">The provider; null to let the tables find it.</param>
    public PriceLookup Find(string model, string? provider = null)
    {
        if (known.TryGetValue((model, provider), out var lookup))
        {
            return lookup;
        }

        lookup = Search(model, provider);
        if (lookup.IsFound && known.Count < MostKnown)
        {
            known.TryAdd((model, provider), lookup);
        }

        return lookup;
    }

    /// <summary>
    /// Says which providers a name means, those included that answer for all; false with the reason and near spellings if no table knows it.
    /// </summary>
    public bool TryFindProviders(string name, out IReadOnlyList<PriceProvider> providers, [NotNullWhen(false)] out PriceRefusal? refusal)
    {
        var isKnown = Tables.Any(table => table.FindProvider(name) is not null);
        providers = isKnown ? [.. Tables.SelectMany(table => table.Sellers(name))] : [];
        refusal = isKnown ? null : Refusals.UnknownProvider(name, Tables.SelectMany(static table => table.Providers).Select(static seller => seller.Id));
        return isKnown;
    }

    /// <summary>What a request costs, line by line, at the prices of an instant; or why that cannot be said.</summary>
    public PriceResult Price(string model, TokenUsage usage, DateTimeOffset at, string? provider = null)
    {
        var lookup = Find(model, provider);
        return lookup.IsFound ? Pricer.Price(lookup.Model, usage, at) : PriceResult.Of(lookup.Refusal);
    }

    /// <inheritdoc cref="Pricer.WorstCase(PricedModel, UsageBounds, DateTimeOffset)"/>
    /// <param name="model">A name or alias.</param>
    /// <param name="bounds">The most it uses.</param>
    /// <param name="at">The instant.</param>
    /// <param name="provider">The provider; null to let the tables find it.</param>
    public PriceResult WorstCase(string model, UsageBounds bounds, DateTimeOffset at, string? provider = null)
    {
        var lookup = Find(model, provider);
        return lookup.IsFound ? Pricer.WorstCase(lookup.Model, bounds, at) : PriceResult.Of(lookup.Refusal);
    }

    private PriceLookup Search(string model, string? provider)
    {
        foreach (var table in Tables)
        {
            if (table.Find(model, provider) is { Count: > 0 } found)
            {
                return found.Count == 1 ? PriceLookup.Of(found[0]) : PriceLookup.Of(Refusals.SeveralProviders(model, found));
            }
        }

        return PriceLookup.Of(Unknown(model, provider));
    }

    private PriceRefusal Unknown(string model, string? provider)
    {
        if (provider is null)
        {
            return Refusals.UnknownModel(model, provider, Tables.SelectMany(static table => table.Models).SelectMany(Names));
        }

        return TryFindProviders(provider, out var sellers, out var refusal)
            ? Refusals.UnknownModel(model, provider, sellers.SelectMany(static seller => seller.Models).SelectMany(Names))
            : refusal;
    }

    private static IEnumerable<string> Names(PricedModel model) => model.Match.Names().Prepend(model.Name);

    private List<PricedModel> Visible() =>
        [.. Tables.SelectMany((table, level) => table.Models.Where(model => !Tables.Take(level).Any(upper => upper.Find(model.Name, model.Provider).Count > 0)))];

    private static PriceBook Load() => new(
        [
            GenAiPriceReader.Read(Resource("prices/genai-prices.json"), new PriceSource("genai-prices", "2026-07-25")),
            TokenCostPriceReader.Read(Resource("prices/tokencost-prices.json"), new PriceSource("tokencost", "2025-09-01")),
        ]);

    private static Stream Resource(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
}
