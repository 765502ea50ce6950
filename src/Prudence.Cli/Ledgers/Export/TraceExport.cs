using System.Text;
using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Cli.Output;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>
/// One OpenTelemetry span for each hold, from its reservation to its end, in the OTLP JSON lines that the file receiver of the collector reads.
/// Only holds that have not ended are kept in memory. Their ids come from the hash of the reservation, so that a second export names the same spans.
/// </summary>
internal sealed class TraceExport(TextWriter writer) : ILedgerExport
{
    private const int SpansPerLine = 256;
    private static readonly JsonWriterOptions Options = new() { Encoder = JsonTextEncoder.Instance };

    private readonly Dictionary<long, Hold> open = [];
    private readonly List<HoldSpan> spans = [];

    public void Write(LedgerEntry entry, bool isWanted)
    {
        switch (entry.Kind)
        {
            case LedgerEntryKind.Reserve:
                open[entry.HoldId] = new Hold(entry);
                break;
            case LedgerEntryKind.Expire when open.TryGetValue(entry.HoldId, out var expired):
                // Its settlement may still come; if it does not, the expiry was the end.
                expired.Expiry = isWanted ? entry : null;
                break;
            case LedgerEntryKind.Settle or LedgerEntryKind.Release when open.Remove(entry.HoldId, out var hold) && isWanted:
                Add(new HoldSpan(hold.Reservation, entry));
                break;
        }
    }

    public void Complete()
    {
        foreach (var hold in open.Values.Where(static hold => hold.Expiry is not null))
        {
            Add(new HoldSpan(hold.Reservation, hold.Expiry!));
        }

        Flush();
    }

    private void Add(HoldSpan span)
    {
        spans.Add(span);
        if (spans.Count == SpansPerLine)
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (spans.Count == 0)
        {
            return;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            TraceJson.Write(json, spans);
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
        spans.Clear();
    }

    private sealed class Hold(LedgerEntry reservation)
    {
        public LedgerEntry Reservation => reservation;

        public LedgerEntry? Expiry { get; set; }
    }
}
