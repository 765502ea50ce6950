using System.Globalization;
using System.Text.Json;
using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>
/// Writes spans as OTLP JSON. Usage has the names of OpenTelemetry's conventions for generative AI; these have none for cost, which has the name that
/// metered calls give it.
/// </summary>
internal static class TraceJson
{
    private const int KindInternal = 1;
    private const int StatusError = 2;

    private static readonly (string Name, Resource Resource)[] Usage =
    [
        ("gen_ai.usage.input_tokens", Resource.InputTokens),
        ("gen_ai.usage.cache_read.input_tokens", Resource.CachedReadTokens),
        ("gen_ai.usage.cache_creation.input_tokens", Resource.CachedWriteTokens),
        ("gen_ai.usage.output_tokens", Resource.OutputTokens),
        ("gen_ai.usage.reasoning.output_tokens", Resource.ReasoningTokens),
    ];

    public static void Write(Utf8JsonWriter json, IReadOnlyList<HoldSpan> spans)
    {
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        json.WriteStartObject("resource");
        json.WriteStartArray("attributes");
        Text(json, "service.name", "prudence");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("scopeSpans");
        json.WriteStartObject();
        json.WriteStartObject("scope");
        json.WriteString("name", "Prudence.Budgeting.Ledger");
        json.WriteEndObject();
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            Write(json, span);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HoldSpan span)
    {
        var id = span.Reservation.Hash.ToString();
        json.WriteStartObject();
        json.WriteString("traceId", id[..32]);
        json.WriteString("spanId", id[32..48]);
        json.WriteString("name", span.End.Purpose is { Length: > 0 } purpose ? purpose : "hold");
        json.WriteNumber("kind", KindInternal);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.Reservation.Time));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.End.Time));
        json.WriteStartArray("attributes");
        Text(json, "prudence.budget.scope", span.Reservation.Scope);
        Text(json, "prudence.budget.purpose", span.End.Purpose);
        Text(json, "prudence.hold.ending", span.Ending);
        Number(json, "prudence.hold.id", span.Reservation.HoldId);
        WriteKey(json, span);
        WriteAmounts(json, span);
        json.WriteEndArray();
        if (span.Problem is { } problem)
        {
            json.WriteStartObject("status");
            json.WriteNumber("code", StatusError);
            json.WriteString("message", problem);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter json, HoldSpan span)
    {
        var key = span.End.IdempotencyKey.Length > 0 ? span.End.IdempotencyKey : span.Reservation.IdempotencyKey;
        if (key.Length > 0)
        {
            Text(json, "prudence.idempotency_key", key);
        }
    }

    private static void WriteAmounts(Utf8JsonWriter json, HoldSpan span)
    {
        Number(json, "prudence.cost.held_nano_dollars", span.Reservation.Amounts[Resource.Money]);
        Number(json, "prudence.cost.nano_dollars", span.Spent[Resource.Money]);
        foreach (var (resource, amount) in span.Spent.Amounts.Where(static amount => amount.Key != Resource.Money))
        {
            var known = Array.Find(Usage, usage => usage.Resource == resource).Name;
            Number(json, known ?? $"prudence.cost.{resource.Name.Replace(' ', '_')}", amount);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string value) => Attribute(json, name, () => json.WriteString("stringValue", value));

    // Whole numbers of 64 bits are texts in this encoding.
    private static void Number(Utf8JsonWriter json, string name, long value) =>
        Attribute(json, name, () => json.WriteString("intValue", value.ToString(CultureInfo.InvariantCulture)));

    private static void Attribute(Utf8JsonWriter json, string name, Action writeValue)
    {
        json.WriteStartObject();
        json.WriteString("key", name);
        json.WriteStartObject("value");
        writeValue();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Nanoseconds(DateTimeOffset time) =>
        ((Int128)(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100).ToString(CultureInfo.InvariantCulture);
}
