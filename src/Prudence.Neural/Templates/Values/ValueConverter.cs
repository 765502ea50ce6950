using System.Text.Json;

namespace Prudence.Neural.Templates.Values;

/// <summary>Makes values of JSON.</summary>
internal static class ValueConverter
{
    public static TemplateValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => TemplateValue.Text(json.GetString()!),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? new IntegerValue(whole) : new FloatValue(json.GetDouble()),
        JsonValueKind.Array => new ListValue([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => FromProperties(json),
        _ => NoneValue.Instance,
    };

    private static MapValue FromProperties(JsonElement json)
    {
        var items = new OrderedDictionary<string, TemplateValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            items[property.Name] = FromJson(property.Value);
        }

        return new MapValue(items);
    }
}
