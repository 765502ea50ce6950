using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers;

/// <summary>Adds up what was spent by purpose, in a scope and a range of time.</summary>
internal sealed class PurposeTotals(string? scope, TimeRange range)
{
    private readonly Dictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    /// <summary>One for each purpose, by name.</summary>
    public IReadOnlyList<PurposeTotal> Lines => [.. tallies.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(static pair => new PurposeTotal(pair.Key, pair.Value.Charges, pair.Value.Overruns, [.. pair.Value.Amounts.OrderBy(static amount => amount.Key.Name, StringComparer.Ordinal)]))];

    public void Add(LedgerEntry entry)
    {
        if (entry.Kind is not (LedgerEntryKind.Settle or LedgerEntryKind.Adjust) || !range.Contains(entry.Time) || !ScopePath.IsWithin(entry.Scope, scope))
        {
            return;
        }

        if (!tallies.TryGetValue(entry.Purpose, out var tally))
        {
            tallies.Add(entry.Purpose, tally = new Tally());
        }

        tally.Charges++;
        tally.Overruns += entry.Marks.HasFlag(LedgerMarks.Overrun) ? 1 : 0;
        foreach (var (resource, amount) in entry.Amounts.Amounts)
        {
            tally.Amounts[resource] = tally.Amounts.GetValueOrDefault(resource) + (entry.Marks.HasFlag(LedgerMarks.Credit) ? -(Int128)amount : amount);
        }
    }

    private sealed class Tally
    {
        public long Charges { get; set; }

        public long Overruns { get; set; }

        public Dictionary<Resource, Int128> Amounts { get; } = [];
    }
}
