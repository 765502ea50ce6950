using System.Text.Json;
using Prudence.Cli.Output;
using Prudence.Planning;

namespace Prudence.Cli.Commands.Planning;

/// <summary>The object that <c>prudence plan --json</c> writes: the contract that scripts rely on.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter writer, PlannerResult result, int exitCode)
    {
        writer.WriteString("outcome", result.Outcome.ToString().ToLowerInvariant());
        writer.WriteNumber("exitCode", exitCode);
        writer.WriteBoolean("validated", result.Best is not null);
        writer.WriteBoolean("optimal", result.IsOptimal);
        if (result.Best is { } best)
        {
            writer.WriteNumber("cost", best.Cost);
            JsonOutput.WriteStrings(writer, "plan", best.Plan.Steps.Select(static step => step.ToString()));
        }

        writer.WriteString("configuration", result.Configuration);
        WriteStatistics(writer, result);
        JsonOutput.WriteReceipt(writer, "receipt", result.Receipt);
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
            writer.WriteNumber("searchSeconds", Math.Round(result.SearchTime.TotalSeconds, 6));
            writer.WriteNumber("searchProcessorSeconds", Math.Round(result.SearchProcessorTime.TotalSeconds, 6));
            writer.WriteNumber("searchBytes", search.PeakBytes);
        }

        if (result.Grounding is { } grounding)
        {
            writer.WriteNumber("variables", grounding.Variables);
            writer.WriteNumber("facts", grounding.Facts);
            writer.WriteNumber("operators", grounding.Operators);
            writer.WriteNumber("axioms", grounding.Axioms);
            writer.WriteNumber("mutexGroups", grounding.MutexGroups);
            if (grounding.H2 is { } h2)
            {
                writer.WriteNumber("h2OperatorsPruned", h2.OperatorsPruned);
                writer.WriteNumber("h2FactsPruned", h2.FactsPruned);
                writer.WriteNumber("h2MutexPairs", h2.MutexPairs);
                writer.WriteBoolean("h2Complete", h2.IsComplete);
                writer.WriteNumber("h2Seconds", Math.Round(h2.Time.TotalSeconds, 6));
            }

            writer.WriteNumber("groundingSeconds", Math.Round(grounding.TotalTime.TotalSeconds, 6));
        }

        writer.WriteNumber("peakMemoryBytes", result.PeakMemoryBytes);
        writer.WriteEndObject();
    }
}
