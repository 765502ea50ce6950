using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>
/// One text for all JSON that means the same: members in the order of their names' UTF-16 code units, none that are null, numbers in one notation.
/// </summary>
internal static class CanonicalJson
{
    private const int LongestExactNumber = 28;

    // Readable in a file; it never stands in a web page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(static member => member.Value is not null)
            .OrderBy(static member => member.Key, StringComparer.Ordinal)
            .Select(static member => KeyValuePair.Create(member.Key, Of(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Of)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNode.Parse(Number(value.ToJsonString())),
        _ => node?.DeepClone(),
    };

    public static string Text(JsonNode node) => node.ToJsonString(Readable);

    // 1.0 and 1 are the same number: models and serializers write either.
    private static string Number(string text)
    {
        if (!text.AsSpan().ContainsAny('e', 'E'))
        {
            return text.Length > LongestExactNumber || !text.Contains('.', StringComparison.Ordinal) ? text
                : text.TrimEnd('0').TrimEnd('.') is var trimmed && trimmed is "-0" ? "0" : trimmed;
        }

        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : text;
    }
}
