using System.Text.Json;
using Prudence.Planning.Grounding;

namespace Prudence.Cli.Output;

/// <summary>Writes how large a ground task is for programs.</summary>
internal static class GroundingJson
{
    public static void WriteSizes(Utf8JsonWriter writer, GroundingReport report)
    {
        writer.WriteNumber("variables", report.Variables);
        writer.WriteNumber("facts", report.Facts);
        writer.WriteNumber("operators", report.Operators);
        writer.WriteNumber("axioms", report.Axioms);
        writer.WriteNumber("mutexGroups", report.MutexGroups);
        if (report.H2 is { } h2)
        {
            writer.WriteNumber("h2OperatorsPruned", h2.OperatorsPruned);
            writer.WriteNumber("h2FactsPruned", h2.FactsPruned);
            writer.WriteNumber("h2MutexPairs", h2.MutexPairs);
            writer.WriteBoolean("h2Complete", h2.IsComplete);
            writer.WriteNumber("h2Seconds", Math.Round(h2.Time.TotalSeconds, 6));
        }
    }
}
