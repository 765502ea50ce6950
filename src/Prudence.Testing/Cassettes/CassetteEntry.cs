using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>A request with its recorded answer.</summary>
public sealed class CassetteEntry
{
    internal CassetteEntry(string hash, JsonObject request, JsonNode answer) => (Hash, RequestJson, Answer) = (hash, request, answer);

    /// <summary>SHA-256 of the request in canonical form, in hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The request in canonical form, without secrets.</summary>
    public string Request => CanonicalJson.Text(RequestJson);

    /// <summary>Whether the answer is a stream.</summary>
    public bool IsStreaming => Answer is JsonArray;

    /// <summary>Whether the request was made in this run.</summary>
    public bool IsUsed { get; internal set; }

    internal JsonObject RequestJson { get; }

    /// <summary>A response, or an array of the updates of a stream.</summary>
    internal JsonNode Answer { get; }
}
