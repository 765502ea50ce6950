using System.Text.Json.Serialization;

namespace Prudence.Bench.Planning.Sampling;

/// <summary>One task of a suite. Paths are relative to the data directory, so that a sample is the same on every machine.</summary>
internal sealed record BenchmarkTask(string Suite, string Name, string Domain, string Problem)
{
    [JsonIgnore]
    public string Key => $"{Suite}/{Name}";
}
