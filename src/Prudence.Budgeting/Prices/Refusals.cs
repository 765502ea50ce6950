using System.Globalization;

namespace Prudence.Budgeting.Prices;

/// <summary>Words the reasons for which there is no price.</summary>
internal static class Refusals
{
    private const string OwnPrice = "give it a price of your own with --overrides";

    public static PriceRefusal NoPriceThen(PricedModel model, DateTimeOffset at) => new(
        PriceRefusalKind.NoPriceThen,
        $"{model.Provider} {model.Name} has no price on {at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC")
    {
        Advice = model.Prices.Count == 0 ? OwnPrice : $"prices are known {string.Join("; ", model.Prices.Select(static price => price.Validity))}",
    };

    public static PriceRefusal NotPriced(PricedModel model, PriceComponent component) => new(
        PriceRefusalKind.NotPriced, $"{model.Provider} {model.Name} has no price for {component.Counted()} in {model.Source.Table}")
    {
        Advice = model.NotModelled.Count == 0
            ? OwnPrice
            : $"it is billed by {string.Join(", ", model.NotModelled)}, which is not modelled; {OwnPrice}",
    };

    public static PriceRefusal TooLarge() => new(PriceRefusalKind.TooLarge, $"the price exceeds {Money.MaxValue}, the largest amount there is");

    public static PriceRefusal SeveralProviders(string name, IReadOnlyList<PricedModel> models) => new(
        PriceRefusalKind.SeveralProviders, $"'{name}' is sold by {string.Join(", ", models.Select(static model => model.Provider))}")
    {
        Near = [.. models.Select(static model => model.Provider)],
        Advice = "name one of them with --provider",
    };

    public static PriceRefusal UnknownProvider(string name, IEnumerable<string> providers) =>
        WithNear(new(PriceRefusalKind.UnknownProvider, $"no price table has a provider '{name}'"), NearNames.Of(name, providers));

    public static PriceRefusal UnknownModel(string name, string? provider, IEnumerable<string> models) => WithNear(
        new(PriceRefusalKind.UnknownModel, $"there is no price for the model '{name}'{(provider is null ? "" : $" of {provider}")}"), NearNames.Of(name, models));

    private static PriceRefusal WithNear(PriceRefusal refusal, IReadOnlyList<string> near) => refusal with
    {
        Near = near,
        Advice = near.Count == 0 ? null : $"did you mean {string.Join(" or ", near.Select(static name => $"'{name}'"))}?",
    };
}
