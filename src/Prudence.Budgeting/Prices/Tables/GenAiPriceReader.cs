using System.Text.Json;
using Prudence.Budgeting.Prices.Matching;

namespace Prudence.Budgeting.Prices.Tables;

/// <summary>Reads the table of the project genai-prices: providers, their models, rules for names, prices per million tokens, dates, tiers.</summary>
public static class GenAiPriceReader
{
    private const int PerMillion = 6;
    private const int PerThousand = 3;

    private static readonly Dictionary<string, (PriceComponent Component, int UnitsPower)> Components = new(StringComparer.Ordinal)
    {
        ["input_mtok"] = (PriceComponent.Input, PerMillion),
        ["cache_read_mtok"] = (PriceComponent.CachedRead, PerMillion),
        ["cache_write_mtok"] = (PriceComponent.CachedWrite, PerMillion),
        ["output_mtok"] = (PriceComponent.Output, PerMillion),
        ["input_audio_mtok"] = (PriceComponent.AudioInput, PerMillion),
        ["cache_audio_read_mtok"] = (PriceComponent.CachedAudioRead, PerMillion),
        ["output_audio_mtok"] = (PriceComponent.AudioOutput, PerMillion),
        ["requests_kcount"] = (PriceComponent.Request, PerThousand),
    };

    /// <summary>Reads a table and closes the stream.</summary>
    /// <exception cref="PriceTableException">It is malformed; the message says where and what was expected.</exception>
    public static PriceTable Read(Stream stream, PriceSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var opened = stream;
        using var document = TableNode.Open(opened, source);
        return new PriceTable(source, [.. TableNode.Root(document, source).Items().Select(provider => Provider(provider, source))]);
    }

    private static PriceProvider Provider(TableNode node, PriceSource source)
    {
        var id = node.Member("id").Text();
        return new PriceProvider(id, [.. node.Member("models").Items().Select(model => Model(model, id, source))])
        {
            ModelMatch = node.Optional("model_match") is { } model ? MatchRuleReader.Read(model) : null,
            ProviderMatch = node.Optional("provider_match") is { } provider ? MatchRuleReader.Read(provider) : null,
            Fallbacks = node.Optional("fallback_model_providers") is { } fallbacks ? [.. fallbacks.Items().Select(static item => item.Text())] : [],
        };
    }

    private static PricedModel Model(TableNode node, string provider, PriceSource source)
    {
        SortedSet<string> unknown = new(StringComparer.Ordinal);
        var prices = Prices(node.Member("prices"), unknown);
        return new PricedModel(provider, node.Member("id").Text(), MatchRuleReader.Read(node.Member("match")), prices, source)
        {
            Title = node.Optional("name")?.Text(),
            ContextWindow = node.Optional("context_window")?.Count(),
            NotModelled = [.. unknown],
        };
    }

    private static List<ModelPrice> Prices(TableNode node, SortedSet<string> unknown)
    {
        if (node.Value.ValueKind != JsonValueKind.Array)
        {
            return [new ModelPrice(PriceValidity.Always, Parts(node, unknown))];
        }

        List<ModelPrice> prices = [];
        DateOnly? next = null;
        foreach (var period in node.Items().Reverse())
        {
            var validity = period.Optional("constraint") is { } constraint ? Validity(constraint) : PriceValidity.Always;
            prices.Insert(0, new ModelPrice(validity with { Until = next }, Parts(period.Member("prices"), unknown)));
            next = validity.From ?? next;
        }

        return prices;
    }

    private static PriceValidity Validity(TableNode node) => node.Optional("start_date") is { } date
        ? new() { From = date.Date() }
        : new() { DayStart = node.Member("start_time").Time(), DayEnd = node.Member("end_time").Time() };

    private static List<KeyValuePair<PriceComponent, TieredPrice>> Parts(TableNode node, SortedSet<string> unknown)
    {
        List<KeyValuePair<PriceComponent, TieredPrice>> prices = [];
        foreach (var (name, value) in node.Members())
        {
            if (!Components.TryGetValue(name, out var known))
            {
                unknown.Add(name);
            }
            else if (value.Value.ValueKind != JsonValueKind.Null)
            {
                prices.Add(new(known.Component, Price(value, known.UnitsPower)));
            }
        }

        return prices;
    }

    private static TieredPrice Price(TableNode node, int unitsPower) => node.Value.ValueKind != JsonValueKind.Object
        ? new TieredPrice(node.Price(unitsPower))
        : new TieredPrice(
            node.Member("base").Price(unitsPower),
            node.Member("tiers").Items().Select(tier => new PriceTier(tier.Member("start").Count(), tier.Member("price").Price(unitsPower))).ToList());
}
