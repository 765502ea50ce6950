namespace Prudence.Budgeting;

/// <summary>
/// What the entries of a ledger add up to: balances by scope and resource, what counts in windows, open holds, and where to find the entry of an
/// idempotency key. It changes by entries only, and those of a batch can be taken back. One thread at a time.
/// </summary>
public sealed class LedgerState
{
    private readonly Dictionary<string, LedgerScope> scopes = new(StringComparer.Ordinal);
    private readonly OpenHolds holds = new();
    private readonly Dictionary<string, LedgerOutcome> outcomes = new(StringComparer.Ordinal);
    private readonly LedgerJournal journal = new();
    private readonly Dictionary<string, (Resource Resource, long Since)> resources = new(StringComparer.Ordinal);

    /// <summary>The last entry that is in.</summary>
    public LedgerHead Head { get; private set; }

    /// <summary>The time of the last entry.</summary>
    public DateTimeOffset Time { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The holds that nobody settled or released, by id; expired ones as well, for their settlement may still come.</summary>
    public IReadOnlyList<LedgerHold> Holds => holds.ById;

    /// <summary>Every account that is not zero, by scope and resource.</summary>
    public IReadOnlyList<LedgerBalance> Balances => [.. scopes.Values.OrderBy(static scope => scope.Path, StringComparer.Ordinal)
        .SelectMany(static scope => scope.Accounts.Where(static account => !account.IsZero)
            .OrderBy(static account => account.Resource.Name, StringComparer.Ordinal)
            .Select(account => Balance(scope.Path, account)))];

    /// <summary>How a resource stands in a scope.</summary>
    public LedgerBalance BalanceOf(string scope, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return scopes.TryGetValue(scope, out var books) && books.Find(resource) is { } account
            ? Balance(scope, account)
            : new LedgerBalance(scope, resource, null, 0, 0);
    }

    /// <summary>How the limits of a scope on a resource stand at a time, one for each window; those of scopes above it hold as well.</summary>
    /// <param name="scope">The path.</param>
    /// <param name="resource">What is limited.</param>
    /// <param name="now">The time; that of the last entry if that is later.</param>
    public IReadOnlyList<LedgerWindowBalance> WindowsOf(string scope, Resource resource, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return scopes.TryGetValue(scope, out var books) && books.Find(resource) is { } account ? Windows(scope, account, now) : [];
    }

    /// <summary>How all limits over windows stand at a time, by scope and resource.</summary>
    /// <param name="now">The time; that of the last entry if that is later.</param>
    public IReadOnlyList<LedgerWindowBalance> WindowsAt(DateTimeOffset now) => [.. scopes.Values.OrderBy(static scope => scope.Path, StringComparer.Ordinal)
        .SelectMany(scope => scope.Accounts.OrderBy(static account => account.Resource.Name, StringComparer.Ordinal)
            .SelectMany(account => Windows(scope.Path, account, now)))];

    internal LedgerHold? FindHold(long id) => holds.Find(id);

    internal LedgerOutcome? FindOutcome(string key) => outcomes.TryGetValue(key, out var outcome) ? outcome : null;

    internal Resource? FindResource(string name) => resources.TryGetValue(name, out var known) ? known.Resource : null;

    internal LedgerHold? FirstDue(DateTimeOffset now) => holds.FirstDue(now.UtcTicks);

    /// <summary>The books of a scope, or of the nearest scope above it that has any. Creates nothing, so that typing errors leave no trace.</summary>
    internal LedgerScope? FindNearest(string path)
    {
        LedgerScope? scope;
        while (!scopes.TryGetValue(path, out scope) && path.LastIndexOf('/') is > 0 and var slash)
        {
            path = path[..slash];
        }

        return scope;
    }

    /// <summary>What is applied from here on can be taken back, until it is kept.</summary>
    internal void Begin() => journal.Open();

    /// <summary>What was applied stays.</summary>
    internal void Keep() => journal.Close();

    /// <summary>Takes back what was applied since <see cref="Begin"/>.</summary>
    internal void TakeBack()
    {
        foreach (var step in journal.Backwards)
        {
            Undo(step);
        }

        journal.RestoreLimits();
        journal.Close();
    }

    /// <summary>Takes in an entry that <see cref="LedgerRules"/> found to be right.</summary>
    internal void Apply(LedgerEntry entry)
    {
        var step = new LedgerStep(entry, holds.Find(entry.HoldId), Head, Time);
        foreach (var (resource, _) in entry.Amounts.Entries)
        {
            resources.TryAdd(resource.Name, (resource, entry.Sequence));
        }

        Post(entry, step.Hold, isUndone: false);
        CountInWindows(entry);
        holds.Apply(entry, step.Hold);
        if (entry.IdempotencyKey.Length > 0)
        {
            outcomes.Add(entry.IdempotencyKey, new LedgerOutcome(entry.Sequence, entry.Body));
        }

        (Head, Time) = (new LedgerHead(entry.Sequence, entry.Hash), entry.Time);
        journal.Note(step);
    }

    private void Undo(LedgerStep step)
    {
        var entry = step.Entry;
        Post(entry, step.Hold, isUndone: true);
        holds.Undo(entry, step.Hold);
        outcomes.Remove(entry.IdempotencyKey);
        foreach (var (resource, _) in entry.Amounts.Entries)
        {
            if (resources[resource.Name].Since == entry.Sequence)
            {
                resources.Remove(resource.Name);
            }
        }

        (Head, Time) = (step.HeadBefore, step.TimeBefore);
    }

    private static LedgerBalance Balance(string scope, LedgerAccount account) =>
        new(scope, account.Resource, account.Grants > 0 ? account.Granted : null, account.Spent, account.Held);

    private LedgerWindowBalance[] Windows(string scope, LedgerAccount account, DateTimeOffset now)
    {
        var ticks = Math.Max(now.UtcTicks, Time.UtcTicks);
        return [.. account.Limits.ToArray().Select(limit =>
            new LedgerWindowBalance(scope, account.Resource, limit.Window, limit.Amount, limit.SpentAt(ticks), account.Held))];
    }

    private void Post(LedgerEntry entry, LedgerHold? hold, bool isUndone)
    {
        var scope = Open(entry.Scope);
        switch (entry.Kind)
        {
            case LedgerEntryKind.Grant when entry.Window is not null:
                break;
            case LedgerEntryKind.Grant:
                scope.Grant(entry.Amounts, isUndone);
                break;
            case LedgerEntryKind.Reserve:
                scope.Hold(entry.Amounts, isUndone);
                break;
            case LedgerEntryKind.Adjust:
                scope.Charge(entry.Amounts, isUndone != entry.Marks.HasFlag(LedgerMarks.Credit));
                break;
            default:
                if (!hold!.IsExpired)
                {
                    scope.Hold(hold.Worst, !isUndone);
                }

                if (entry.Kind == LedgerEntryKind.Settle)
                {
                    scope.Charge(entry.Amounts, isUndone);
                }

                break;
        }
    }

    /// <summary>What the journal restores, and no step takes back.</summary>
    private void CountInWindows(LedgerEntry entry)
    {
        var (scope, now) = (scopes[entry.Scope], entry.Time.UtcTicks);
        if (entry.Window is { } window)
        {
            scope.SetLimits(entry.Amounts, window, now, journal);
        }
        else if (entry.Kind is LedgerEntryKind.Settle or LedgerEntryKind.Adjust)
        {
            scope.Count(entry.Amounts, entry.Marks.HasFlag(LedgerMarks.Credit), now, journal);
        }
    }

    private LedgerScope Open(string path)
    {
        if (scopes.TryGetValue(path, out var scope))
        {
            return scope;
        }

        var slash = path.LastIndexOf('/');
        scope = new LedgerScope(path, slash > 0 ? Open(path[..slash]) : null);
        scopes.Add(path, scope);
        return scope;
    }
}
