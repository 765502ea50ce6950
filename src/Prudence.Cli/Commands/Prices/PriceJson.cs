using System.Globalization;
using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Output;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary>What the commands about prices write under <c>--json</c>. Amounts are whole nano-dollars, prices nano-dollars per million units.</summary>
internal static class PriceJson
{
    public static void WriteModels(Utf8JsonWriter writer, IEnumerable<PricedModel> models, DateTimeOffset at)
    {
        WriteHead(writer, "listed", at);
        writer.WriteStartArray("models");
        foreach (var model in models)
        {
            writer.WriteStartObject();
            WriteModel(writer, model);
            if (model.PriceAt(at) is { } price)
            {
                WritePrice(writer, price);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WritePeriods(Utf8JsonWriter writer, PricedModel model, DateTimeOffset at)
    {
        WriteHead(writer, "shown", at);
        WriteModel(writer, model);
        writer.WriteStartArray("periods");
        foreach (var price in model.Prices)
        {
            writer.WriteStartObject();
            writer.WriteString("validity", price.Validity.ToString());
            writer.WriteBoolean("applies", price == model.PriceAt(at));
            WritePrice(writer, price);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteCost(Utf8JsonWriter writer, PriceBreakdown cost, PriceBreakdown? worst, DateTimeOffset at)
    {
        WriteHead(writer, "priced", at);
        WriteModel(writer, cost.Model);
        writer.WriteStartArray("lines");
        foreach (var line in cost.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("part", PartKey.Of(line.Component));
            writer.WriteNumber(line.Component.Unit(), line.Units);
            writer.WriteNumber("nanoDollarsPerMillion", line.Price.NanoDollarsPerMillion);
            writer.WriteString("amount", line.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteMoney(writer, "total", cost.Total);
        if (worst is not null)
        {
            WriteMoney(writer, "worstCase", worst.Total);
        }
    }

    public static void WriteHead(Utf8JsonWriter writer, string outcome, DateTimeOffset? at = null)
    {
        writer.WriteString("outcome", outcome);
        writer.WriteNumber("exitCode", ExitCode.Success);
        JsonOutput.WriteOptional(writer, "at", at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    public static void WriteTiers(Utf8JsonWriter writer, string name, TieredPrice? price)
    {
        if (price is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("nanoDollarsPerMillion", price.Base.NanoDollarsPerMillion);
        writer.WriteStartArray("tiers");
        foreach (var tier in price.Tiers)
        {
            writer.WriteStartObject();
            writer.WriteNumber("aboveInputTokens", tier.Start);
            writer.WriteNumber("nanoDollarsPerMillion", tier.Price.NanoDollarsPerMillion);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter writer, PricedModel model)
    {
        writer.WriteString("provider", model.Provider);
        writer.WriteString("model", model.Name);
        writer.WriteString("source", model.Source.ToString());
        JsonOutput.WriteStrings(writer, "notModelled", model.NotModelled);
    }

    private static void WritePrice(Utf8JsonWriter writer, ModelPrice price)
    {
        writer.WriteStartObject("prices");
        foreach (var component in price.Priced)
        {
            WriteTiers(writer, PartKey.Of(component), price[component]);
        }

        writer.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter writer, string name, Money money)
    {
        writer.WriteString(name, money.ToString());
        writer.WriteNumber($"{name}NanoDollars", money.NanoDollars);
    }
}
