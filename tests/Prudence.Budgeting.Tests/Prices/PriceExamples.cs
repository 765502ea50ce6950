using System.Text;
using Prudence.Budgeting.Prices;
using Prudence.Budgeting.Prices.Matching;
using Prudence.Budgeting.Prices.Tables;

namespace Prudence.Budgeting.Tests.Prices;

/// <summary>Small tables and models for tests.</summary>
internal static class PriceExamples
{
    public static DateTimeOffset Day { get; } = new(2026, 7, 25, 12, 0, 0, TimeSpan.Zero);

    public static PriceSource Source { get; } = new("table");

    public static string DataFolder { get; } = FindData();

    public static PricedModel Model(params (PriceComponent Component, string Price)[] prices) => Model(PriceValidity.Always, prices);

    public static PricedModel Model(PriceValidity validity, params (PriceComponent Component, string Price)[] prices) => Model(
        new ModelPrice(validity, prices.Select(static price => KeyValuePair.Create(price.Component, new TieredPrice(Million(price.Price))))));

    public static PricedModel Model(ModelPrice price) => new("house", "model", MatchRule.AnyOf(["model"]), [price], Source);

    public static UnitPrice Million(string price) => UnitPrice.OfMillion(Money.Parse(price));

    public static PriceTable GenAi(string json) => GenAiPriceReader.Read(Stream(json), Source);

    public static PriceTable TokenCost(string json) => TokenCostPriceReader.Read(Stream(json), Source);

    /// <summary>A table of one provider with one model that has these prices.</summary>
    public static PricedModel GenAiModel(string prices) =>
        GenAi($$"""[{"id":"p","models":[{"id":"m","match":{"equals":"m"},"prices":{{prices}}}]}]""").Models.Single();

    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private static string FindData()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Prudence.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "data", "prices");
    }
}
