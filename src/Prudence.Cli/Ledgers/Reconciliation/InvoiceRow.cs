using System.Globalization;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>Takes the cells of an invoice by the columns that were named.</summary>
internal sealed class InvoiceRow
{
    private static readonly string[] LocalFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"];

    private readonly string path;
    private readonly string[] header;
    private readonly TimeZoneInfo timeZone;
    private readonly int[] amounts;
    private readonly int time;
    private readonly int currency;
    private readonly int key;
    private readonly int scope;
    private readonly int purpose;

    public InvoiceRow(string path, string[] header, InvoiceColumns columns, TimeZoneInfo timeZone)
    {
        (this.path, this.header, this.timeZone) = (path, header, timeZone);
        amounts = [.. columns.Amount.Select(Find)];
        time = Find(columns.Time);
        currency = Find(columns.Currency);
        key = Find(columns.Key);
        scope = Find(columns.Scope);
        purpose = Find(columns.Purpose);
    }

    public InvoiceLine Read(long number, string[] cells)
    {
        var amount = Amount(number, cells);
        if (amount is not null && Cell(cells, currency) is { Length: > 0 } name && !name.Equals("usd", StringComparison.OrdinalIgnoreCase))
        {
            throw Fail(number, currency, $"expected the currency usd, found '{Show(name)}'", "only US dollars are counted: convert the invoice");
        }

        return new InvoiceLine(number, Day(number, cells), Cell(cells, key), Cell(cells, scope), Cell(cells, purpose), amount);
    }

    private static string Cell(string[] cells, int column) => column < 0 ? "" : cells[column].Trim();

    // What others wrote is shown so that a terminal can show it.
    private static string Show(string text) => string.Concat(text.Take(40).Select(static character => char.IsControl(character) ? '?' : character));

    private int Find(string? column)
    {
        var index = column is null ? -1 : Array.FindIndex(header, name => name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase));
        return index >= 0 || column is null
            ? index
            : throw new UserErrorException(
                ExitCode.BadFile,
                $"{path}:1: there is no column '{column}'",
                Spelling.Nearest(column, header) is { } near ? $"did you mean '{Show(near)}'?" : $"there are: {string.Join(", ", header.Take(30).Select(Show))}");
    }

    private ExactAmount? Amount(long number, string[] cells)
    {
        ExactAmount? sum = null;
        foreach (var column in amounts)
        {
            if (Cell(cells, column) is { Length: > 0 } text)
            {
                sum = ExactAmount.TryParse(text, out var amount)
                    ? (sum ?? default) + amount
                    : throw Fail(number, column, $"expected an amount such as 0.0125, found '{Show(text)}'");
            }
        }

        return sum;
    }

    private DateOnly? Day(long number, string[] cells)
    {
        if (Cell(cells, time) is not { Length: > 0 } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return DayOf(DateTimeOffset.FromUnixTimeSeconds(seconds));
        }

        // A time without an offset is one of the time zone that was named: its day is the one that is written.
        return DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? DateOnly.FromDateTime(local)
            : InstantText.TryRead(text, out var instant) ? DayOf(instant)
            : throw Fail(number, time, $"expected a day or a time such as 2026-03-13 or 2026-03-13T16:30:00Z, found '{Show(text)}'");
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, timeZone).DateTime);

    private UserErrorException Fail(long line, int column, string message, string? hint = null) =>
        new(ExitCode.BadFile, $"{path}:{line}: column '{header[column].Trim()}': {message}", hint);
}
