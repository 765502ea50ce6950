using System.Globalization;
using System.Text.Json;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Ledgers.Reconciliation;
using Prudence.Cli.Output;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>A comparison for programs. Amounts are whole numbers in the unit of the resource.</summary>
internal static class ReconciliationJson
{
    public static void Write(
        Utf8JsonWriter writer, ReconciliationRequest request, Reconciliation found, IReadOnlyList<Adjustment> adjustments, int exitCode)
    {
        writer.WriteString("outcome", found.Agrees ? "agree" : "differ");
        writer.WriteNumber("exitCode", exitCode);
        writer.WriteString("invoice", request.InvoiceId);
        writer.WriteString("resource", request.Resource.Name);
        writer.WriteString("unit", request.Resource.Unit);
        JsonOutput.WriteOptional(writer, "since", found.Range.Since > DateTimeOffset.MinValue ? EntryJson.Time(found.Range.Since) : null);
        JsonOutput.WriteOptional(writer, "until", found.Range.Until < DateTimeOffset.MaxValue ? EntryJson.Time(found.Range.Until) : null);
        WriteAmounts(writer, found.Ledger, found.Invoice);
        writer.WriteNumber("blankLines", found.BlankLines);
        writer.WriteNumber("otherAdjustments", found.OtherAdjustments);
        writer.WriteStartArray("rows");
        foreach (var row in found.Rows)
        {
            writer.WriteStartObject();
            Write(writer, row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteAdjustments(writer, adjustments);
    }

    private static void Write(Utf8JsonWriter writer, ReconciliationRow row)
    {
        writer.WriteString("comparison", row.Comparison switch
        {
            Comparison.Agrees => "agrees",
            Comparison.Differs => "differs",
            Comparison.OnlyInLedger => "only-in-ledger",
            _ => "only-on-invoice",
        });
        JsonOutput.WriteOptional(writer, "key", row.Key);
        JsonOutput.WriteOptional(writer, "day", row.Group.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        JsonOutput.WriteOptional(writer, "scope", row.Group.Scope);
        JsonOutput.WriteOptional(writer, "purpose", row.Group.Purpose);
        writer.WriteNumber("charges", row.Charges);
        writer.WriteNumber("lines", row.Lines);
        writer.WriteNumber("firstLine", row.FirstLine);
        WriteAmounts(writer, row.Ledger, row.Invoice);
    }

    private static void WriteAdjustments(Utf8JsonWriter writer, IReadOnlyList<Adjustment> adjustments)
    {
        writer.WriteStartArray("adjustments");
        foreach (var adjustment in adjustments)
        {
            writer.WriteStartObject();
            writer.WriteString("what", adjustment.Row.Label);
            JsonOutput.WriteOptional(writer, "scope", adjustment.Scope);
            WriteNumber(writer, "amount", adjustment.Row.Difference);
            writer.WriteNumber("sequence", adjustment.Sequence);
            JsonOutput.WriteOptional(writer, "problem", adjustment.Problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAmounts(Utf8JsonWriter writer, Int128 ledger, Int128 invoice)
    {
        WriteNumber(writer, "ledger", ledger);
        WriteNumber(writer, "invoiced", invoice);
        WriteNumber(writer, "difference", invoice - ledger);
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, Int128 number)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
    }
}
