namespace Prudence.Budgeting;

/// <summary>The books of one scope. Used under the lock of its tree.</summary>
internal sealed class ScopeBooks
{
    private readonly string path;
    private readonly List<Account> accounts = [];
    private readonly Dictionary<string, PurposeTally> tallies = new(StringComparer.Ordinal);
    private readonly List<string> purposes = [];

    public ScopeBooks(string path, ScopeOptions options)
    {
        this.path = path;
        Deadline = options.Deadline?.UtcTicks ?? long.MaxValue;
        foreach (var limit in options.Limits)
        {
            Open(limit.Resource).AddLimit(limit);
        }
    }

    /// <summary>In ticks of UTC.</summary>
    public long Deadline { get; }

    public bool IsClosed { get; set; }

    /// <summary>Settlements above their hold.</summary>
    public long Overruns { get; private set; }

    public IReadOnlyList<string> Purposes => purposes;

    public IReadOnlyList<Account> Accounts => accounts;

    public Account? Find(Resource resource)
    {
        foreach (var account in accounts)
        {
            if (account.Resource == resource)
            {
                return account;
            }
        }

        return null;
    }

    public PurposeTally Tally(string purpose) => tallies[purpose];

    /// <summary>The first limit that has no room for a cost, or null.</summary>
    public Meter? FirstWithoutRoom(Cost cost, long now)
    {
        foreach (var (resource, amount) in cost.Entries)
        {
            if (Find(resource)?.FirstWithout(amount, now) is { } meter)
            {
                return meter;
            }
        }

        return null;
    }

    public void Hold(Cost cost)
    {
        foreach (var (resource, amount) in cost.Entries)
        {
            if (!resource.IsPeak)
            {
                Open(resource).Hold(amount);
            }
        }
    }

    public void Release(Cost cost)
    {
        foreach (var (resource, amount) in cost.Entries)
        {
            if (!resource.IsPeak)
            {
                Open(resource).Release(amount);
            }
        }
    }

    /// <summary>True if a resource was used beyond its hold, or without one although the scope limits it.</summary>
    public bool IsOverrun(Cost actual, Cost worst)
    {
        foreach (var (resource, amount) in actual.Entries)
        {
            var held = worst[resource];
            if (amount > held && (held > 0 || Find(resource) is { Meters.Length: > 0 }))
            {
                return true;
            }
        }

        return false;
    }

    public void Charge(
        Cost actual, string purpose, bool isOverrun, long now, ref List<(SoftThreshold Threshold, ThresholdCrossing Crossing)>? crossings)
    {
        foreach (var (resource, amount) in actual.Entries)
        {
            Open(resource).Charge(amount, now, path, ref crossings);
        }

        Overruns += isOverrun ? 1 : 0;
        if (!tallies.TryGetValue(purpose, out var tally))
        {
            tally = new PurposeTally();
            tallies.Add(purpose, tally);
            purposes.Add(purpose);
        }

        tally.Add(actual);
    }

    private Account Open(Resource resource)
    {
        if (Find(resource) is { } account)
        {
            return account;
        }

        account = new Account(resource);
        accounts.Add(account);
        return account;
    }
}
