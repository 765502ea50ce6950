using System.Globalization;
using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>
/// Comma-separated values as RFC 4180 has them, for spreadsheets and finance. Money is there as exact decimal dollars and as whole nano-dollars; other
/// resources without a column of their own stand together in one.
/// </summary>
internal sealed class CsvExport : ILedgerExport
{
    private const string EndOfLine = "\r\n";

    private static readonly (string Name, Resource Resource)[] Columns =
    [
        ("nano_dollars", Resource.Money),
        ("input_tokens", Resource.InputTokens),
        ("cached_read_tokens", Resource.CachedReadTokens),
        ("cached_write_tokens", Resource.CachedWriteTokens),
        ("output_tokens", Resource.OutputTokens),
        ("reasoning_tokens", Resource.ReasoningTokens),
    ];

    private readonly TextWriter writer;

    public CsvExport(TextWriter writer)
    {
        this.writer = writer;
        WriteLine(
        [
            "sequence", "time", "kind", "marks", "scope", "purpose", "hold", "expires_at", "dollars", .. Columns.Select(static column => column.Name),
            "other_amounts", "window", "idempotency_key", "body", "previous", "hash",
        ]);
    }

    public void Write(LedgerEntry entry, bool isWanted)
    {
        if (isWanted)
        {
            WriteLine(
            [
                Number(entry.Sequence),
                EntryJson.Time(entry.Time),
                EntryJson.Kind(entry.Kind),
                string.Join(' ', EntryJson.Marks(entry.Marks)),
                CsvText.Guard(entry.Scope),
                CsvText.Guard(entry.Purpose),
                entry.HoldId == 0 ? "" : Number(entry.HoldId),
                entry.ExpiresAt is { } expiry ? EntryJson.Time(expiry) : "",
                Has(entry, Resource.Money) ? CsvText.Dollars(new Money(entry.Amounts[Resource.Money])) : "",
                .. Columns.Select(column => Has(entry, column.Resource) ? Number(entry.Amounts[column.Resource]) : ""),
                CsvText.Guard(string.Join("; ", entry.Amounts.Amounts.Where(static amount => !IsColumn(amount.Key)).Select(Other))),
                entry.Window is { } window ? LimitWindowText.Write(window) : "",
                CsvText.Guard(entry.IdempotencyKey),
                entry.Body.ToString(),
                entry.Previous.ToString(),
                entry.Hash.ToString(),
            ]);
        }
    }

    public void Complete()
    {
    }

    private static bool IsColumn(Resource resource) => Array.Exists(Columns, column => column.Resource == resource);

    // A resource of the same name in another unit is another thing.
    private static bool Has(LedgerEntry entry, Resource resource) => entry.Amounts.Resources.Contains(resource);

    private static string Other(KeyValuePair<Resource, long> amount) =>
        $"{Number(amount.Value)} [{Escape(amount.Key.Unit)}] {Escape(amount.Key.Name)}";

    private static string Escape(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteLine(IEnumerable<string> cells)
    {
        var separator = "";
        foreach (var cell in cells)
        {
            writer.Write(separator);
            writer.Write(CsvText.Quote(cell));
            separator = ",";
        }

        writer.Write(EndOfLine);
    }
}
