using System.Globalization;
using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Yaml;

namespace Prudence.Cli.Pricing;

/// <summary>
/// Reads the prices of one model: one period, or a list of them. Tokens are priced per million, images and requests each.
/// A price is an amount, or an amount with others for long input: <c>{price: $3, above 200000: $6}</c>.
/// </summary>
internal static class OverridePeriods
{
    private const long Million = 1_000_000;
    private const string Above = "above ";

    private static readonly Dictionary<string, PriceComponent> Components = PriceComponents.All.ToDictionary(PartKey.Of, StringComparer.Ordinal);

    private static readonly string[] Names = [.. Components.Keys.Select(static name => name + "?"), "from?", "until?"];

    public static IReadOnlyList<ModelPrice> Read(YamlValue node) => node.IsList ? [.. node.Items().Select(Period)] : [Period(node)];

    private static ModelPrice Period(YamlValue node)
    {
        var members = node.Members(Names);
        var validity = new PriceValidity
        {
            From = members.TryGetValue("from", out var from) ? from.Date() : null,
            Until = members.TryGetValue("until", out var until) ? until.Date() : null,
        };
        if (validity.From >= validity.Until)
        {
            throw until.Fail("expected a day after 'from': 'until' is the first day on which the price no longer holds");
        }

        var prices = members.Where(static member => Components.ContainsKey(member.Key))
            .Select(static member => KeyValuePair.Create(Components[member.Key], Price(member.Value, Components[member.Key]))).ToList();
        return prices.Count > 0 ? new ModelPrice(validity, prices) : throw node.Fail("expected at least one price, such as 'input: $0.50'");
    }

    private static TieredPrice Price(YamlValue node, PriceComponent component)
    {
        if (!node.IsMapping)
        {
            return new TieredPrice(Unit(node, component));
        }

        var members = node.AnyMembers();
        if (!members.Remove("price", out var price))
        {
            throw node.Fail("expected 'price:' here, and 'above N:' for input of more than N tokens");
        }

        return new TieredPrice(Unit(price, component), members.Select(member => new PriceTier(Start(member.Key, member.Value), Unit(member.Value, component))).ToList());
    }

    private static long Start(string name, YamlValue node) =>
        name.StartsWith(Above, StringComparison.Ordinal) && long.TryParse(name[Above.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw node.FailAtName($"expected 'above N:' with a number of tokens, found '{name}:'");

    private static UnitPrice Unit(YamlValue node, PriceComponent component)
    {
        var amount = node.Amount();
        if (component.Unit() == "tokens")
        {
            return UnitPrice.OfMillion(amount);
        }

        var largest = new Money(long.MaxValue / Million);
        return amount <= largest ? UnitPrice.OfMillion(amount * Million) : throw node.Fail($"expected a price of at most {largest} each");
    }
}
