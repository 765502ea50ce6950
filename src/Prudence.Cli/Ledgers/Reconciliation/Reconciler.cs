using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>
/// Compares a ledger with an invoice. Lines whose request id is the idempotency key of a settlement, or of its reservation, are compared with that
/// one; all others by group with the charges that are left. First all lines are added, then all entries.
/// </summary>
internal sealed class Reconciler(ReconciliationRequest request)
{
    private readonly Dictionary<string, Tally> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<GroupKey, Tally> byGroup = [];
    private readonly Dictionary<long, string> keysOfHolds = [];
    private readonly Dictionary<string, (Int128 Sum, int Count)> adjusted = new(StringComparer.Ordinal);
    private DateOnly? firstDay;
    private DateOnly? lastDay;
    private long blankLines;
    private long otherAdjustments;
    private TimeRange? range = request.Range;

    public void Add(InvoiceLine line)
    {
        if (line.Day is { } day)
        {
            (firstDay, lastDay) = (firstDay < day ? firstDay : day, lastDay > day ? lastDay : day);
        }

        if (line.Amount is not { } amount)
        {
            blankLines++;
            return;
        }

        var (scope, purpose) = (NameOf(line.Scope), NameOf(line.Purpose));
        if (line.Day is null && line.Key.Length == 0 && (request.Grouping.ByDay || request.Grouping.ByMonth))
        {
            throw new UserErrorException(ExitCode.BadFile, $"line {line.Number} of the invoice has no time", "name its column with --time-column, or compare --by total");
        }

        var tally = line.Key.Length > 0 ? Find(byKey, line.Key) : Find(byGroup, request.Grouping.Of(line.Day, scope, purpose));
        tally.AddLine(amount, line.Number, scope);
    }

    public void Add(LedgerEntry entry)
    {
        range ??= RangeOfDays();
        if (entry.Kind == LedgerEntryKind.Reserve && byKey.ContainsKey(entry.IdempotencyKey))
        {
            keysOfHolds[entry.HoldId] = entry.IdempotencyKey;
        }

        if (entry.Kind == LedgerEntryKind.Release)
        {
            keysOfHolds.Remove(entry.HoldId);
        }

        var amount = entry.Marks.HasFlag(LedgerMarks.Credit) ? -(Int128)entry.Amounts[request.Resource] : entry.Amounts[request.Resource];
        if (entry.Kind is not (LedgerEntryKind.Settle or LedgerEntryKind.Adjust) || amount == 0)
        {
            return;
        }

        if (entry.Kind == LedgerEntryKind.Adjust && AdjustmentKey.IsAny(entry.IdempotencyKey))
        {
            AddAdjustment(entry.IdempotencyKey, amount);
        }
        else
        {
            AddCharge(entry, amount);
        }
    }

    public Reconciliation Result()
    {
        List<ReconciliationRow> rows = [];
        foreach (var (key, tally) in byKey.OrderBy(static pair => pair.Value.FirstLine))
        {
            rows.Add(Row(key, default, tally));
        }

        foreach (var (group, tally) in byGroup.OrderBy(static pair => pair.Key))
        {
            rows.Add(Row(null, group, tally));
        }

        return new Reconciliation(rows, range ?? RangeOfDays(), blankLines, otherAdjustments);
    }

    private void AddAdjustment(string key, Int128 amount)
    {
        if (AdjustmentKey.RowOf(key, request.InvoiceId) is { } row)
        {
            var (sum, count) = adjusted.GetValueOrDefault(row);
            adjusted[row] = (sum + amount, count + 1);
        }
        else
        {
            otherAdjustments++;
        }
    }

    private void AddCharge(LedgerEntry entry, Int128 amount)
    {
        keysOfHolds.Remove(entry.HoldId, out var keyOfHold);
        if (byKey.TryGetValue(entry.IdempotencyKey, out var keyed) || (keyOfHold is not null && byKey.TryGetValue(keyOfHold, out keyed)))
        {
            keyed.AddCharge(amount, entry.Scope);
        }
        else if (range!.Value.Contains(entry.Time) && ScopePath.IsWithin(entry.Scope, request.Scope))
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(entry.Time, request.TimeZone).DateTime);
            Find(byGroup, request.Grouping.Of(day, entry.Scope, entry.Purpose)).AddCharge(amount, entry.Scope);
        }
    }

    private ReconciliationRow Row(string? key, GroupKey group, Tally tally)
    {
        var decimals = request.Resource == Resource.Money ? 9 : 0;
        var invoice = tally.Invoice.Round(decimals)
            ?? throw new UserErrorException(ExitCode.BadFile, $"the sum of the invoice from line {tally.FirstLine} on exceeds 2^63 - 1", "compare smaller groups, for example --by day,scope");
        return tally.ToRow(key, group, invoice, adjusted.GetValueOrDefault(AdjustmentKey.Row(key, group)), request.Tolerance);
    }

    private TimeRange RangeOfDays()
    {
        if (firstDay is not { } first || lastDay is not { } last)
        {
            return new TimeRange(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        }

        var isMonthly = request.Grouping.ByMonth;
        return new TimeRange(
            Midnight(isMonthly ? new DateOnly(first.Year, first.Month, 1) : first),
            Midnight(isMonthly ? new DateOnly(last.Year, last.Month, 1).AddMonths(1) : last.AddDays(1)));
    }

    // Where clocks are put forward at midnight, the day begins when they have been.
    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (request.TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, request.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    private string NameOf(string name) => request.Names.TryGetValue(name, out var known) ? known : name;

    private static Tally Find<TKey>(Dictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies.Add(key, tally = new Tally());
        }

        return tally;
    }
}
