using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Output;
using Prudence.Cli.Running;
using Prudence.Cli.Simulation;

namespace Prudence.Cli.Commands.Budgets;

/// <summary>A simulation for programs. Amounts are whole numbers in the unit of their resource, times are in UTC.</summary>
internal static class SimulationJson
{
    public static void Write(Utf8JsonWriter writer, Workload workload, SimulationResult held, SimulationResult checkedFirst)
    {
        writer.WriteString("outcome", "simulated");
        writer.WriteNumber("exitCode", ExitCode.Success);
        writer.WriteString("start", EntryJson.Time(workload.Start));
        writer.WriteString("end", EntryJson.Time(workload.Start + workload.Length));
        writer.WriteNumber("seed", workload.Seed);
        Write(writer, held);
        writer.WriteStartObject("checkedFirst");
        Write(writer, checkedFirst);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SimulationResult result)
    {
        writer.WriteStartArray("streams");
        foreach (var tally in result.Streams)
        {
            writer.WriteStartObject();
            writer.WriteString("stream", tally.Stream.Name);
            writer.WriteString("scope", tally.Stream.Scope);
            writer.WriteNumber("calls", tally.Calls);
            writer.WriteNumber("admitted", tally.Admitted);
            writer.WriteNumber("refused", tally.Refused);
            writer.WriteNumber("failed", tally.Failed);
            writer.WriteNumber("retried", tally.Retried);
            writer.WriteNumber("waiting", tally.Waiting);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("limits");
        foreach (var track in result.Limits)
        {
            Write(writer, track);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("scopes");
        foreach (var receipt in result.Receipts)
        {
            writer.WriteStartObject();
            writer.WriteString("scope", receipt.Scope);
            writer.WriteNumber("spentNanoDollars", receipt.Total[Resource.Money]);
            writer.WriteNumber("heldNanoDollars", receipt.Held[Resource.Money]);
            writer.WriteNumber("overruns", receipt.Overruns);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, LimitTrack track)
    {
        writer.WriteStartObject();
        writer.WriteString("scope", track.Scope);
        writer.WriteString("resource", track.Limit.Resource.Name);
        writer.WriteString("unit", track.Limit.Resource.Unit);
        writer.WriteString("window", LimitWindowText.Write(track.Limit.Window));
        writer.WriteNumber("limit", track.Limit.Amount);
        writer.WriteNumber("mostSpent", track.MostSpent);
        writer.WriteNumber("mostSpentAndHeld", track.MostUsed);
        writer.WriteNumber("aboveLimit", track.Overspent);
        writer.WriteNumber("refused", track.Refusals.Count);
        JsonOutput.WriteOptional(writer, "firstRefusedAt", track.RanOutAt is { } time ? EntryJson.Time(time) : null);
        writer.WriteStartArray("reached");
        foreach (var (percent, at) in track.Crossings.OrderBy(static pair => pair.Key))
        {
            writer.WriteStartObject();
            writer.WriteNumber("percent", percent);
            writer.WriteString("at", EntryJson.Time(at));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
