using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>Says in what a request differs from the nearest one that was recorded.</summary>
internal static class RequestDifference
{
    private const int MostShown = 5;
    private const int LongestShown = 60;
    private const int Context = 15;

    public static string Explain(string file, CanonicalRequest request, IReadOnlyList<CassetteEntry> entries)
    {
        var same = entries.Count(entry => entry.Hash == request.Hash);
        if (same > 0)
        {
            return $"{file} has {same} answers to this request, and it was asked once more: record again, or ask less often";
        }

        var text = new StringBuilder($"{file} has no answer to this request among its {entries.Count}: record it with {nameof(CassetteMode)}.{nameof(CassetteMode.ReplayOrRecord)}");
        if (entries.Count == 0)
        {
            return text.ToString();
        }

        var nearest = entries.Select((entry, index) => (Line: index + 2, Differences: Compare(entry.RequestJson, request.Document)))
            .MinBy(static candidate => candidate.Differences.Count);
        text.Append($"\nThe nearest recorded request is in entry {nearest.Line - 1}, line {nearest.Line}; it differs in {nearest.Differences.Count} places:");
        foreach (var difference in nearest.Differences.Take(MostShown))
        {
            text.Append($"\n  {difference}");
        }

        return text.Append(nearest.Differences.Count > MostShown ? "\n  ..." : "").ToString();
    }

    private static List<string> Compare(JsonNode recorded, JsonNode asked)
    {
        var differences = new List<string>();
        Compare("$", recorded, asked, differences);
        return differences;
    }

    private static void Compare(string path, JsonNode? recorded, JsonNode? asked, List<string> differences)
    {
        if (recorded is JsonObject left && asked is JsonObject right)
        {
            foreach (var name in left.Select(static member => member.Key).Union(right.Select(static member => member.Key)))
            {
                Compare($"{path}.{name}", left[name], right[name], differences);
            }
        }
        else if (recorded is JsonArray before && asked is JsonArray after)
        {
            for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
            {
                Compare($"{path}[{i}]", i < before.Count ? before[i] : null, i < after.Count ? after[i] : null, differences);
            }
        }
        else if (!JsonNode.DeepEquals(recorded, asked))
        {
            var (was, now) = (Show(recorded), Show(asked));
            var common = was.Zip(now).TakeWhile(static pair => pair.First == pair.Second).Count();
            differences.Add($"{path}: recorded {Cut(was, common)}, asked {Cut(now, common)}");
        }
    }

    private static string Show(JsonNode? node) => node is null ? "nothing"
        : node.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String ? CanonicalJson.Text(node) : node.ToJsonString();

    // Long values are shown from a little ahead of where they part.
    private static string Cut(string text, int common)
    {
        if (text.Length <= LongestShown)
        {
            return text;
        }

        var start = Math.Min(Math.Max(0, common - Context), text.Length - 1);
        var end = Math.Min(text.Length, start + LongestShown);
        return $"{(start > 0 ? "..." : "")}{text[start..end]}{(end < text.Length ? "..." : "")}";
    }
}
