using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Prudence.Budgeting.Prices.Matching;

namespace Prudence.Budgeting.Prices.Tables;

/// <summary>
/// Reads the table of the project tokencost, whose shape is LiteLLM's: an object with one member for each model, prices per token such as
/// <c>3e-05</c>, and names such as <c>input_cost_per_token_above_128k_tokens</c> for long input.
/// </summary>
public static partial class TokenCostPriceReader
{
    private static readonly Dictionary<string, PriceComponent> Components = new(StringComparer.Ordinal)
    {
        ["input_cost_per_token"] = PriceComponent.Input,
        ["input_cost_per_token_batches"] = PriceComponent.BatchInput,
        ["input_cost_per_token_batch_requests"] = PriceComponent.BatchInput,
        ["cache_read_input_token_cost"] = PriceComponent.CachedRead,
        ["input_cost_per_token_cache_hit"] = PriceComponent.CachedRead,
        ["cache_creation_input_token_cost"] = PriceComponent.CachedWrite,
        ["input_cost_per_audio_token"] = PriceComponent.AudioInput,
        ["cache_read_input_audio_token_cost"] = PriceComponent.CachedAudioRead,
        ["input_cost_per_image"] = PriceComponent.ImageInput,
        ["output_cost_per_token"] = PriceComponent.Output,
        ["output_cost_per_token_batches"] = PriceComponent.BatchOutput,
        ["output_cost_per_reasoning_token"] = PriceComponent.Reasoning,
        ["output_cost_per_audio_token"] = PriceComponent.AudioOutput,
        ["output_cost_per_image"] = PriceComponent.ImageOutput,
        ["input_cost_per_request"] = PriceComponent.Request,
        ["input_cost_per_query"] = PriceComponent.Request,
    };

    /// <summary>Reads a table and closes the stream.</summary>
    /// <exception cref="PriceTableException">It is malformed; the message says where and what was expected.</exception>
    public static PriceTable Read(Stream stream, PriceSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var opened = stream;
        using var document = TableNode.Open(opened, source);
        var models = TableNode.Root(document, source).Members().Select(member => Model(member.Name, member.Node, source)).ToList();
        return new PriceTable(source, [.. models.GroupBy(static model => model.Provider).Select(static group => new PriceProvider(group.Key, [.. group]))]);
    }

    private static PricedModel Model(string name, TableNode node, PriceSource source)
    {
        var provider = node.Member("litellm_provider").Text();
        var bases = new Dictionary<PriceComponent, UnitPrice>();
        List<(PriceComponent Component, PriceTier Tier)> tiers = [];
        List<string> unknown = [];
        foreach (var (key, value) in node.Members().Where(IsPrice))
        {
            var above = Above().Match(key);
            if (!Components.TryGetValue(above.Success ? key[..above.Index] : key, out var component))
            {
                unknown.Add(key);
            }
            else if (above.Success)
            {
                tiers.Add((component, new PriceTier(1000 * long.Parse(above.Groups[1].ValueSpan, CultureInfo.InvariantCulture), value.Price(unitsPower: 0))));
            }
            else
            {
                // Two names for the same thing: some rows have both, and a budget must not be told the lower.
                var price = value.Price(unitsPower: 0);
                bases[component] = bases.TryGetValue(component, out var other) && other > price ? other : price;
            }
        }

        // A price for long input alone says nothing of short input, so it is not applied at all.
        unknown.AddRange(tiers.Where(tier => !bases.ContainsKey(tier.Component)).Select(static tier => tier.Component.Name() + " of long input").Distinct());
        var prices = bases.Select(price => KeyValuePair.Create(
            price.Key, new TieredPrice(price.Value, tiers.Where(tier => tier.Component == price.Key).Select(static tier => tier.Tier).ToList())));
        return new PricedModel(provider, name, MatchRule.AnyOf(Names(name, provider)), [new ModelPrice(PriceValidity.Always, prices)], source)
        {
            ContextWindow = node.Optional("max_input_tokens") is { Value.ValueKind: JsonValueKind.Number } window ? window.Count() : null,
            NotModelled = unknown,
        };
    }

    private static bool IsPrice((string Name, TableNode Node) member) =>
        member.Name.Contains("cost", StringComparison.Ordinal) && member.Node.Value.ValueKind != JsonValueKind.Null;

    /// <summary>The name, also without the provider in front of it.</summary>
    private static IEnumerable<string> Names(string name, string provider) =>
        name.StartsWith(provider + "/", StringComparison.Ordinal) ? [name, name[(provider.Length + 1)..]] : [name];

    [GeneratedRegex("_above_([0-9]{1,6})k_tokens$")]
    private static partial Regex Above();
}
