using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Cli.Output;
using Prudence.Planning.Grounding;

namespace Prudence.Cli.Commands.Ground;

/// <summary>The object that <c>prudence ground --json</c> writes.</summary>
internal static class GroundJson
{
    public static void Write(Utf8JsonWriter writer, GroundResult result, Receipt receipt, int exitCode)
    {
        writer.WriteString("outcome", result.Report is not null ? "grounded" : result.StoppedBy == StopReason.None ? "estimated" : "stopped");
        writer.WriteNumber("exitCode", exitCode);
        WriteEstimate(writer, result.Estimate);
        if (result is { Report: { } report, Task: { } task })
        {
            writer.WriteBoolean("provenUnsolvable", task.IsTriviallyUnsolvable);
            WriteReport(writer, report);
        }

        JsonOutput.WriteReceipt(writer, "receipt", receipt);
    }

    private static void WriteEstimate(Utf8JsonWriter writer, GroundingEstimate estimate)
    {
        writer.WriteStartObject("estimate");
        writer.WriteNumber("atMost", Finite(estimate.UpperBound));
        writer.WriteNumber("expected", Finite(estimate.Expected));
        writer.WriteStartArray("actions");
        foreach (var schema in estimate.Schemas)
        {
            writer.WriteStartObject();
            writer.WriteString("name", schema.Name);
            writer.WriteNumber("combinations", Finite(schema.Combinations));
            writer.WriteNumber("atMost", Finite(schema.UpperBound));
            writer.WriteNumber("expected", Finite(schema.Expected));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter writer, GroundingReport report)
    {
        writer.WriteStartObject("sizes");
        writer.WriteNumber("reachableAtoms", report.Ground.Atoms);
        writer.WriteNumber("reachableOperators", report.Ground.Operators);
        writer.WriteNumber("invariants", report.Invariants);
        GroundingJson.WriteSizes(writer, report);
        writer.WriteEndObject();
        writer.WriteStartObject("seconds");
        writer.WriteNumber("normalForm", report.NormalisationTime.TotalSeconds);
        writer.WriteNumber("reachability", report.Ground.ReachabilitySeconds);
        writer.WriteNumber("instantiation", report.Ground.InstantiationSeconds);
        writer.WriteNumber("pruning", report.Ground.PruningSeconds);
        writer.WriteNumber("invariants", report.InvariantTime.TotalSeconds);
        writer.WriteNumber("variables", report.EncodingTime.TotalSeconds);
        writer.WriteNumber("total", report.TotalTime.TotalSeconds);
        writer.WriteEndObject();
    }

    // JSON has no infinity.
    private static double Finite(double number) => Math.Min(number, double.MaxValue);
}
