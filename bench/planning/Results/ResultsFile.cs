using System.Text.Json;
using System.Text.Json.Serialization;
using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Results;

/// <summary>
/// A result file: one JSON object a line, appended and flushed after every run, so that an interrupted series loses at most
/// the run under way. The plans found lie beside it, in a directory of the same name that ends in <c>.plans</c>.
/// </summary>
internal sealed class ResultsFile(string path)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string PlanPath(BenchmarkTask task) =>
        Path.Combine(Path.ChangeExtension(Path.GetFullPath(path), ".plans"), task.Suite, Path.ChangeExtension(task.Name, ".plan"));

    /// <summary>All complete rows. A torn last line, left by a run that was cut off, is dropped from the file.</summary>
    public IReadOnlyList<RunRow> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        var end = text.LastIndexOf('\n') + 1;
        if (end < text.Length)
        {
            File.WriteAllText(path, text[..end]);
        }

        return [.. text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    public void Append(RunRow row)
    {
        BenchmarkFiles.CreateParent(path);
        File.AppendAllText(path, ToLine(row));
    }

    public void Replace(IEnumerable<RunRow> rows)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, string.Concat(rows.Select(ToLine)));
        File.Move(temporary, path, overwrite: true);
    }

    private static string ToLine(RunRow row) => JsonSerializer.Serialize(row, Format) + "\n";

    private RunRow Parse(string line, int index)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRow>(line, Format)
                ?? throw new InvalidDataException($"{path}:{index + 1}: expected a result, found null");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}:{index + 1}: not a result row: {exception.Message}", exception);
        }
    }
}
