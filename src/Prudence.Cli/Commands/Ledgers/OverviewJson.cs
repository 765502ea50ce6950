using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>A ledger's overview for programs. Amounts are whole numbers in the unit of their resource.</summary>
internal static class OverviewJson
{
    public static void Write(Utf8JsonWriter writer, string name, LedgerOverview overview)
    {
        writer.WriteString("outcome", "shown");
        writer.WriteNumber("exitCode", ExitCode.Success);
        writer.WriteString("ledger", name);
        WriteHead(writer, overview.State.Head);
        JsonOutput.WriteOptional(writer, "time", overview.State.Head.Sequence == 0 ? null : EntryJson.Time(overview.State.Time));
        WriteBalances(writer, overview.Balances);
        WriteWindows(writer, overview.Windows);
        WriteHolds(writer, overview);
        WritePurposes(writer, overview.Purposes);
    }

    public static void WriteHead(Utf8JsonWriter writer, LedgerHead head)
    {
        writer.WriteNumber("entries", head.Sequence);
        writer.WriteString("hash", head.Hash.ToString());
    }

    public static void WriteBalance(Utf8JsonWriter writer, LedgerBalance balance)
    {
        writer.WriteStartObject();
        writer.WriteString("scope", balance.Scope);
        writer.WriteString("resource", balance.Resource.Name);
        writer.WriteString("unit", balance.Resource.Unit);
        WriteNumber(writer, "granted", balance.Granted);
        writer.WriteNumber("spent", balance.Spent);
        writer.WriteNumber("held", balance.Held);
        WriteNumber(writer, "left", balance.Granted - balance.Spent - balance.Held);
        writer.WriteEndObject();
    }

    private static void WriteBalances(Utf8JsonWriter writer, IReadOnlyList<LedgerBalance> balances)
    {
        writer.WriteStartArray("balances");
        foreach (var balance in balances)
        {
            WriteBalance(writer, balance);
        }

        writer.WriteEndArray();
    }

    private static void WriteWindows(Utf8JsonWriter writer, IReadOnlyList<LedgerWindowBalance> windows)
    {
        writer.WriteStartArray("windows");
        foreach (var window in windows)
        {
            writer.WriteStartObject();
            writer.WriteString("scope", window.Scope);
            writer.WriteString("resource", window.Resource.Name);
            writer.WriteString("unit", window.Resource.Unit);
            writer.WriteString("window", LimitWindowText.Write(window.Window));
            writer.WriteNumber("limit", window.Limit);
            writer.WriteNumber("spent", window.Spent);
            writer.WriteNumber("held", window.Held);
            writer.WriteNumber("left", window.Limit - window.Spent - window.Held);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteHolds(Utf8JsonWriter writer, LedgerOverview overview)
    {
        writer.WriteStartArray("holds");
        foreach (var hold in overview.Holds)
        {
            writer.WriteStartObject();
            writer.WriteNumber("hold", hold.Id);
            writer.WriteString("scope", hold.Scope);
            writer.WriteString("purpose", hold.Purpose);
            JsonOutput.WriteOptional(writer, "since", overview.Begun.TryGetValue(hold.Id, out var begun) ? EntryJson.Time(begun) : null);
            writer.WriteString("expiresAt", EntryJson.Time(hold.ExpiresAt));
            writer.WriteBoolean("expired", hold.IsExpired);
            EntryJson.WriteAmounts(writer, hold.Worst);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePurposes(Utf8JsonWriter writer, IReadOnlyList<PurposeTotal> purposes)
    {
        writer.WriteStartArray("purposes");
        foreach (var line in purposes)
        {
            writer.WriteStartObject();
            writer.WriteString("purpose", line.Purpose);
            writer.WriteNumber("charges", line.Charges);
            writer.WriteNumber("overruns", line.Overruns);
            writer.WriteStartArray("amounts");
            foreach (var (resource, amount) in line.Amounts)
            {
                writer.WriteStartObject();
                writer.WriteString("resource", resource.Name);
                writer.WriteString("unit", resource.Unit);
                writer.WritePropertyName("amount");
                writer.WriteRawValue(amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
