using System.Text.Json;
using Prudence.Cli.Output;
using Prudence.Planning;
using Prudence.Planning.Explanation;

namespace Prudence.Cli.Commands.Planning;

/// <summary>The object that <c>prudence plan --json</c> writes: the contract that scripts rely on.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter writer, PlannerResult result, PlanExplanation? explanation, int exitCode)
    {
        writer.WriteString("outcome", result.Outcome.ToString().ToLowerInvariant());
        writer.WriteNumber("exitCode", exitCode);
        writer.WriteBoolean("validated", result.Best is not null);
        writer.WriteBoolean("optimal", result.IsOptimal);
        WriteBest(writer, result.Best);
        WritePlans(writer, result);
        if (explanation is not null)
        {
            ExplanationJson.Write(writer, explanation);
        }

        writer.WriteString("configuration", result.Configuration);
        WriteStatistics(writer, result);
        DiagnosticOutput.WriteJson(writer, result.Diagnostics);
        JsonOutput.WriteReceipt(writer, "receipt", result.Receipt);
    }

    private static void WriteBest(Utf8JsonWriter writer, PlanRecord? best)
    {
        if (best is null)
        {
            writer.WriteNull("cost");
            writer.WriteNull("plan");
        }
        else
        {
            writer.WriteNumber("cost", best.Cost);
            JsonOutput.WriteStrings(writer, "plan", best.Plan.Steps.Select(static step => step.ToString()));
        }
    }

    private static void WritePlans(Utf8JsonWriter writer, PlannerResult result)
    {
        writer.WriteStartArray("plans");
        foreach (var plan in result.Plans)
        {
            writer.WriteStartObject();
            writer.WriteNumber("cost", plan.Cost);
            writer.WriteNumber("steps", plan.Plan.Length);
            writer.WriteNumber("seconds", Seconds(plan.Elapsed));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter writer, PlannerResult result)
    {
        writer.WriteStartObject("statistics");
        if (result.Search is { } search)
        {
            writer.WriteNumber("expanded", search.Expanded);
            writer.WriteNumber("evaluated", search.Evaluated);
            writer.WriteNumber("generated", search.Generated);
            writer.WriteNumber("states", search.StatesStored);
            writer.WriteNumber("searchSeconds", Seconds(result.SearchTime));
            writer.WriteNumber("searchProcessorSeconds", Seconds(result.SearchProcessorTime));
            writer.WriteNumber("searchBytes", search.PeakBytes);
        }

        if (result.Grounding is { } grounding)
        {
            GroundingJson.WriteSizes(writer, grounding);
            writer.WriteNumber("groundingSeconds", Seconds(grounding.TotalTime));
        }

        writer.WriteNumber("peakMemoryBytes", result.PeakMemoryBytes);
        writer.WriteEndObject();
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 6);
}
