using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>
/// Additional properties as JSON. Values that have a plain JSON form are taken over; of all others (streams, delegates, objects of a provider) only the
/// type is noted, for what they hold cannot be told apart reliably.
/// </summary>
internal static class PlainProperties
{
    private const int MaxDepth = 16;

    public static JsonObject? Of(AdditionalPropertiesDictionary? properties) => properties is not { Count: > 0 } ? null
        : new JsonObject(properties.Select(static property => KeyValuePair.Create(property.Key, Of(property.Value, MaxDepth))));

    /// <summary>The same for an answer: what is not plain is left out.</summary>
    public static AdditionalPropertiesDictionary? PlainOnly(AdditionalPropertiesDictionary? properties)
    {
        var plain = properties?.Where(static property => IsPlain(property.Value, MaxDepth)).ToDictionary(static property => property.Key, static property => property.Value);
        return plain is { Count: > 0 } ? new AdditionalPropertiesDictionary(plain) : null;
    }

    private static JsonNode? Of(object? value, int depth) => value is null ? null
        : IsPlain(value, depth) ? JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object)))
        : new JsonObject { ["$type"] = value.GetType().FullName };

    private static bool IsPlain(object? value, int depth) => depth > 0 && value switch
    {
        null or string or bool or Enum or JsonElement or JsonNode or Guid or DateTime or DateTimeOffset or TimeSpan or Uri => true,
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => true,
        float number => float.IsFinite(number),
        double number => double.IsFinite(number),
        IDictionary<string, object?> members => members.Values.All(member => IsPlain(member, depth - 1)),
        ICollection items => items is not IDictionary && items.Cast<object?>().All(item => IsPlain(item, depth - 1)),
        _ => false,
    };
}
