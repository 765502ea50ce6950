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
    }
}
