using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>The text of a stream as a whole, in which a secret shows that no piece of it has alone.</summary>
internal static class StreamedText
{
    private const string Text = "text";

    /// <summary>The contents that come in pieces.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["text", "reasoning"];

    /// <summary>
    /// If a secret reaches over several updates, the whole redacted text goes into the first, for no boundary within it is safe.
    /// </summary>
    public static void Join(JsonNode original, JsonNode redacted, string kind, Func<string, string> redact)
    {
        var whole = redact(string.Concat(Pieces(original, kind).Select(Read)));
        var pieces = Pieces(redacted, kind);
        if (pieces.Count < 2 || whole == string.Concat(pieces.Select(Read)))
        {
            return;
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i][Text] = i == 0 ? whole : "";
        }
    }

    private static List<JsonObject> Pieces(JsonNode updates, string kind) =>
        [.. updates.AsArray().SelectMany(static update => update?["contents"] as JsonArray ?? [])
            .OfType<JsonObject>().Where(content => content["$type"]?.GetValue<string>() == kind && content[Text] is not null)];

    private static string Read(JsonObject piece) => piece[Text]!.GetValue<string>();
}
