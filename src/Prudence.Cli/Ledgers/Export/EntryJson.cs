using System.Globalization;
using System.Text;
using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Cli.Output;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>Entries of a ledger as JSON, with all they have: from what is written the record can be made again, byte by byte.</summary>
internal static class EntryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JsonTextEncoder.Instance };

    /// <summary>An entry in one line, with the end of the line.</summary>
    public static string Line(LedgerEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, entry);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    public static void Write(Utf8JsonWriter writer, LedgerEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("time", Time(entry.Time));
        writer.WriteString("kind", Kind(entry.Kind));
        writer.WriteStartArray("marks");
        foreach (var mark in Marks(entry.Marks))
        {
            writer.WriteStringValue(mark);
        }

        writer.WriteEndArray();
        writer.WriteString("scope", entry.Scope);
        writer.WriteNumber("hold", entry.HoldId);
        if (entry.ExpiresAt is { } expiry)
        {
            writer.WriteString("expiresAt", Time(expiry));
        }

        WriteAmounts(writer, entry.Amounts);
        JsonOutput.WriteOptional(writer, "window", entry.Window is { } window ? LimitWindowText.Write(window) : null);
        writer.WriteString("purpose", entry.Purpose);
        writer.WriteString("idempotencyKey", entry.IdempotencyKey);
        writer.WriteString("body", entry.Body.ToString());
        writer.WriteString("previous", entry.Previous.ToString());
        writer.WriteString("hash", entry.Hash.ToString());
        writer.WriteEndObject();
    }

    public static void WriteAmounts(Utf8JsonWriter writer, Cost cost)
    {
        writer.WriteStartArray("amounts");
        foreach (var (resource, amount) in cost.Amounts)
        {
            writer.WriteStartObject();
            writer.WriteString("resource", resource.Name);
            writer.WriteString("unit", resource.Unit);
            writer.WriteNumber("amount", amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A time in UTC, to the tick.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static string Kind(LedgerEntryKind kind) => kind switch
    {
        LedgerEntryKind.Grant => "grant",
        LedgerEntryKind.Reserve => "reserve",
        LedgerEntryKind.Settle => "settle",
        LedgerEntryKind.Release => "release",
        LedgerEntryKind.Expire => "expire",
        _ => "adjust",
    };

    public static IEnumerable<string> Marks(LedgerMarks marks)
    {
        if (marks.HasFlag(LedgerMarks.Credit))
        {
            yield return "credit";
        }

        if (marks.HasFlag(LedgerMarks.Overrun))
        {
            yield return "overrun";
        }

        if (marks.HasFlag(LedgerMarks.AfterExpiry))
        {
            yield return "after-expiry";
        }
    }
}
