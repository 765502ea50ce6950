using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>Reads a cassette and trusts nothing in it.</summary>
internal static class CassetteReader
{
    private const string Remedy = "restore the file, or delete this line and record again";
    private static readonly JsonSerializerOptions Strict = new() { MaxDepth = CassetteFormat.MaxDepth, AllowDuplicateProperties = false };

    public static async Task<List<CassetteEntry>> ReadAsync(string file, CassetteOptions options, CancellationToken cancellation)
    {
        var entries = new List<CassetteEntry>();
        if (!File.Exists(file))
        {
            return entries;
        }

        var size = new FileInfo(file).Length;
        if (size > options.MaxFileBytes)
        {
            throw new CassetteFormatException(file, 0, $"the file has {size} bytes and at most {options.MaxFileBytes} are read: split it, or raise {nameof(CassetteOptions)}.{nameof(CassetteOptions.MaxFileBytes)}");
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellation).ConfigureAwait(false))
        {
            number++;
            if (number == 1)
            {
                CheckHeader(file, line);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                entries.Add(ReadEntry(file, number, line));
            }
        }

        return number > 0 ? entries : throw NoCassette(file);
    }

    private static void CheckHeader(string file, string line)
    {
        if (Parse(file, 1, line) is not JsonObject header || header[CassetteFormat.Header] is not JsonValue value || !value.TryGetValue(out int version))
        {
            throw NoCassette(file);
        }

        if (version != CassetteFormat.Version)
        {
            throw new CassetteFormatException(file, 1, $"the cassette has version {version}, and this program reads version {CassetteFormat.Version}: record it again, or use the program that wrote it");
        }
    }

    private static CassetteFormatException NoCassette(string file) =>
        new(file, 1, $"the first line of a cassette is {{\"{CassetteFormat.Header}\":{CassetteFormat.Version}}}, so this is another kind of file: name another one");

    private static CassetteEntry ReadEntry(string file, int number, string line)
    {
        if (Parse(file, number, line) is not JsonObject entry)
        {
            throw new CassetteFormatException(file, number, $"expected an object with a request and its answer; {Remedy}");
        }

        var request = entry[CassetteFormat.Request] as JsonObject ?? throw Lacks(file, number, "an object", CassetteFormat.Request);
        var answer = entry[CassetteFormat.Updates] as JsonArray ?? entry[CassetteFormat.Response] as JsonObject as JsonNode
            ?? throw Lacks(file, number, "an object", $"{CassetteFormat.Response}\" or an array \"{CassetteFormat.Updates}");
        var hash = CanonicalRequest.HashOf(request);
        if (entry[CassetteFormat.Hash] is not JsonValue value || !value.TryGetValue(out string? written) || written != hash)
        {
            throw new CassetteFormatException(file, number, $"the hash is not that of the request, which would be {hash}: the line was changed; {Remedy}");
        }

        CheckAnswer(file, number, answer);
        return new CassetteEntry(hash, request, answer);
    }

    private static void CheckAnswer(string file, int number, JsonNode answer)
    {
        try
        {
            _ = answer is JsonArray ? RecordedAnswer.ToUpdates(answer).Count : RecordedAnswer.ToResponse(answer).Messages.Count;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new CassetteFormatException(file, number, $"the answer cannot be read: {exception.Message}; {Remedy}", exception);
        }
    }

    private static CassetteFormatException Lacks(string file, int number, string what, string name) =>
        new(file, number, $"expected {what} \"{name}\"; {Remedy}");

    private static JsonNode? Parse(string file, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonNode>(line, Strict);
        }
        catch (JsonException exception)
        {
            throw new CassetteFormatException(file, number, $"this is no JSON at character {exception.BytePositionInLine + 1}; {Remedy}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new CassetteFormatException(file, number, $"a member stands twice in an object; {Remedy}", exception);
        }
    }
}
