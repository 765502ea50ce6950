using System.Text.Json;

namespace Prudence.Bench.Planning.Sampling;

/// <summary>A drawn list of tasks together with how it was drawn.</summary>
internal sealed record Sample(ulong Seed, string Suites, bool ProvenOptimum, bool Smallest, IReadOnlyList<BenchmarkTask> Tasks)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Sample Read(string path)
    {
        var sample = JsonSerializer.Deserialize<Sample>(File.ReadAllText(path), Format);
        return sample ?? throw new InvalidDataException($"{path}: not a sample; expected a file written by `draw`");
    }

    public void Write(string path)
    {
        BenchmarkFiles.CreateParent(path);
        File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");
    }
}
