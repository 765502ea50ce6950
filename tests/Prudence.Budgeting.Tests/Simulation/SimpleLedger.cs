namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>
/// What a ledger must do, in the plainest words: sums over entries, looked at anew for each. It knows nothing of batches, processes or crashes, and
/// complains about the first entry that may not be.
/// </summary>
internal sealed class SimpleLedger
{
    private readonly Dictionary<(string Scope, string Resource), long> granted = [];
    private readonly Dictionary<(string Scope, string Resource), long> daily = [];
    private readonly Dictionary<(string Scope, string Resource), long> spent = [];
    private readonly Dictionary<(string Scope, string Resource), long> held = [];
    private readonly Dictionary<(string Scope, string Resource, DateTime Day), long> spentOnDay = [];
    private readonly Dictionary<long, LedgerEntry> holds = [];
    private readonly HashSet<long> expired = [];
    private readonly HashSet<string> keys = [];
    private DateTimeOffset latest = DateTimeOffset.MinValue;

    public IEnumerable<(string Scope, string Resource)> Accounts => granted.Keys.Union(spent.Keys).Union(held.Keys);

    public int OpenHolds => holds.Count - expired.Count;

    public (long? Granted, long Spent, long Held) Of(string scope, string resource) =>
        (granted.TryGetValue((scope, resource), out var limit) ? limit : null, spent.GetValueOrDefault((scope, resource)), held.GetValueOrDefault((scope, resource)));

    public void Take(LedgerEntry entry)
    {
        Assert.True(entry.Time >= latest, "time goes back");
        Assert.True(entry.IdempotencyKey.Length == 0 || keys.Add(entry.IdempotencyKey), $"key {entry.IdempotencyKey} twice");
        latest = entry.Time;
        switch (entry.Kind)
        {
            case LedgerEntryKind.Grant when entry.Window is null:
                Add(granted, [entry.Scope], entry.Amounts, 1);
                break;
            case LedgerEntryKind.Grant:
                SetDaily(entry);
                break;
            case LedgerEntryKind.Reserve:
                Assert.True(HasRoom(entry.Scope, entry.Amounts, entry.Time), $"entry {entry.Sequence} holds more than there is");
                holds.Add(entry.Sequence, entry);
                Add(held, Above(entry.Scope), entry.Amounts, 1);
                break;
            case LedgerEntryKind.Adjust:
                Charge(entry, entry.Marks.HasFlag(LedgerMarks.Credit) ? -1 : 1);
                break;
            default:
                End(entry);
                break;
        }
    }

    /// <summary>Whether a worst case fits everywhere at a time.</summary>
    public bool HasRoom(string scope, Cost amounts, DateTimeOffset time) => Above(scope).All(path => amounts.Amounts.All(amount =>
    {
        var (limit, used, inUse) = Of(path, amount.Key.Name);
        var today = spentOnDay.GetValueOrDefault((path, amount.Key.Name, time.UtcDateTime.Date));
        return (limit is null || used + inUse + amount.Value <= limit)
            && (!daily.TryGetValue((path, amount.Key.Name), out var most) || today + inUse + amount.Value <= most);
    }));

    private void SetDaily(LedgerEntry entry)
    {
        foreach (var (resource, amount) in entry.Amounts.Amounts)
        {
            if (!daily.ContainsKey((entry.Scope, resource.Name)))
            {
                // A window counts from its first grant on.
                spentOnDay.Remove((entry.Scope, resource.Name, entry.Time.UtcDateTime.Date));
            }

            daily[(entry.Scope, resource.Name)] = amount;
        }
    }

    private static IEnumerable<string> Above(string scope)
    {
        var names = scope.Split('/');
        return Enumerable.Range(1, names.Length).Select(count => string.Join('/', names.Take(count)));
    }

    private void End(LedgerEntry entry)
    {
        var hold = holds[entry.HoldId];
        Assert.Equal(entry.Kind != LedgerEntryKind.Expire && expired.Contains(entry.HoldId), entry.Marks.HasFlag(LedgerMarks.AfterExpiry));
        if (!expired.Contains(entry.HoldId))
        {
            Add(held, Above(hold.Scope), hold.Amounts, -1);
        }

        if (entry.Kind == LedgerEntryKind.Expire)
        {
            Assert.True(entry.Time >= hold.ExpiresAt, $"entry {entry.Sequence} of {entry.Time:O} expires a hold of {hold.ExpiresAt:O}");
            Assert.True(expired.Add(entry.HoldId), $"entry {entry.Sequence} expires hold {entry.HoldId} again");
            return;
        }

        holds.Remove(entry.HoldId);
        expired.Remove(entry.HoldId);
        if (entry.Kind == LedgerEntryKind.Settle)
        {
            Assert.Equal(entry.Amounts.Amounts.Any(amount => amount.Value > hold.Amounts[amount.Key]), entry.Marks.HasFlag(LedgerMarks.Overrun));
            Charge(entry, 1);
        }
    }

    private void Charge(LedgerEntry entry, int sign)
    {
        Add(spent, Above(entry.Scope), entry.Amounts, sign);
        foreach (var path in Above(entry.Scope))
        {
            foreach (var (resource, amount) in entry.Amounts.Amounts)
            {
                var day = (path, resource.Name, entry.Time.UtcDateTime.Date);
                spentOnDay[day] = Math.Max(0, spentOnDay.GetValueOrDefault(day) + (sign * amount));
            }
        }
    }

    private static void Add(Dictionary<(string Scope, string Resource), long> sums, IEnumerable<string> paths, Cost amounts, int sign)
    {
        foreach (var path in paths)
        {
            foreach (var (resource, amount) in amounts.Amounts)
            {
                sums[(path, resource.Name)] = sums.GetValueOrDefault((path, resource.Name)) + (sign * amount);
                Assert.True(sums[(path, resource.Name)] >= 0, $"{path} has less than nothing of {resource.Name}");
            }
        }
    }
}
