using Prudence.Budgeting.Prices;

namespace Prudence.Cli.Commands.Prices;

/// <summary>Finds the prices that differ.</summary>
internal static class PriceComparison
{
    /// <summary>Between two instants, in one book.</summary>
    public static IReadOnlyList<PriceChange> OfDays(PriceBook book, DateTimeOffset from, DateTimeOffset to) =>
        [.. book.Models.SelectMany(model => Compare(model, model.PriceAt(from), model.PriceAt(to)))];

    /// <summary>Between the shipped tables and own prices, for the models that have such, at one instant.</summary>
    public static IReadOnlyList<PriceChange> OfOverrides(PriceBook shipped, PriceTable own, DateTimeOffset at) =>
        [.. own.Models.SelectMany(model => Compare(model, Shipped(shipped, model)?.PriceAt(at), model.PriceAt(at)))];

    private static PricedModel? Shipped(PriceBook shipped, PricedModel own) =>
        shipped.Find(own.Name, own.Provider == Pricing.PriceOverrides.AnyProvider ? null : own.Provider).Model;

    private static IEnumerable<PriceChange> Compare(PricedModel model, ModelPrice? before, ModelPrice? after) =>
        ReferenceEquals(before, after) ? [] : PriceComponents.All
            .Where(component => !Equals(before?[component], after?[component]))
            .Select(component => new PriceChange(model, component, before?[component], after?[component]));
}
