namespace Prudence.Budgeting;

/// <summary>The books of one scope. Used under the lock of its tree.</summary>
internal sealed class ScopeBooks
{
    private readonly string path;
    private readonly List<Account> accounts = [];
    private readonly Dictionary<string, PurposeTally> tallies = new(StringComparer.Ordinal);
    private readonly List<string> purposes = [];
    private string? lastPurpose;
    private PurposeTally? lastTally;

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

    public bool IsLimited(Resource resource) => Find(resource) is { Meters.Length: > 0 };

    public void Charge(
        Cost actual, string purpose, bool isOverrun, long now, ref List<(SoftThreshold Threshold, ThresholdCrossing Crossing)>? crossings)
    {
        foreach (var (resource, amount) in actual.Entries)
        {
            Open(resource).Charge(amount, now, path, ref crossings);
        }

        Overruns += isOverrun ? 1 : 0;
        OpenTally(purpose).Add(actual);
    }

    private PurposeTally OpenTally(string purpose)
    {
        // Calls for one purpose come in rows, and mostly name it by the same string.
        if (!ReferenceEquals(purpose, lastPurpose) || lastTally is null)
        {
            if (!tallies.TryGetValue(purpose, out lastTally))
            {
                lastTally = new PurposeTally();
                tallies.Add(purpose, lastTally);
                purposes.Add(purpose);
            }

            lastPurpose = purpose;
        }

        return lastTally;
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
