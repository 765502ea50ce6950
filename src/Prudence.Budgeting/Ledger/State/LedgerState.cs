namespace Prudence.Budgeting;

/// <summary>
/// What the entries of a ledger add up to: balances by scope and resource, open holds, and the entries by idempotency key. It changes by entries
/// only, and each can be taken back in reverse order. One thread at a time.
/// </summary>
public sealed class LedgerState
{
    private readonly Dictionary<string, LedgerScope> scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<long, LedgerHold> holds = [];
    private readonly ExpiryQueue expiries = new();
    private readonly Dictionary<string, LedgerEntry> outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Resource Resource, long Since)> resources = new(StringComparer.Ordinal);

    /// <summary>The last entry that is in.</summary>
    public LedgerHead Head { get; private set; }

    /// <summary>The time of the last entry.</summary>
    public DateTimeOffset Time { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The holds that nobody settled or released, by id; expired ones as well, for their settlement may still come.</summary>
    public IReadOnlyList<LedgerHold> Holds => [.. holds.Values.OrderBy(static hold => hold.Id)];

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

    internal LedgerHold? FindHold(long id) => holds.GetValueOrDefault(id);

    internal LedgerEntry? FindOutcome(string key) => outcomes.GetValueOrDefault(key);

    internal Resource? FindResource(string name) => resources.TryGetValue(name, out var known) ? known.Resource : null;

    internal LedgerHold? FirstDue(DateTimeOffset now) => expiries.FirstDue(now.UtcTicks, holds);

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

    /// <summary>Takes in an entry that <see cref="LedgerRules"/> found to be right.</summary>
    internal LedgerStep Apply(LedgerEntry entry)
    {
        var step = new LedgerStep(entry, holds.GetValueOrDefault(entry.HoldId), Head, Time);
        foreach (var (resource, _) in entry.Amounts.Entries)
        {
            resources.TryAdd(resource.Name, (resource, entry.Sequence));
        }

        Post(entry, step.Hold, isUndone: false);
        SetHold(entry, step.Hold);
        if (entry.IdempotencyKey.Length > 0)
        {
            outcomes.Add(entry.IdempotencyKey, entry);
        }

        (Head, Time) = (new LedgerHead(entry.Sequence, entry.Hash), entry.Time);
        return step;
    }

    /// <summary>Takes the last entry back.</summary>
    internal void Undo(LedgerStep step)
    {
        var entry = step.Entry;
        Post(entry, step.Hold, isUndone: true);
        RestoreHold(entry, step.Hold);
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

    private void Post(LedgerEntry entry, LedgerHold? hold, bool isUndone)
    {
        var scope = Open(entry.Scope);
        switch (entry.Kind)
        {
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

    private void SetHold(LedgerEntry entry, LedgerHold? hold)
    {
        switch (entry.Kind)
        {
            case LedgerEntryKind.Reserve:
                hold = new LedgerHold(entry.Sequence, entry.Scope, entry.Amounts, entry.Purpose, entry.ExpiresAt!.Value);
                holds.Add(hold.Id, hold);
                expiries.Add(hold, holds);
                break;
            case LedgerEntryKind.Expire:
                holds[entry.HoldId] = hold! with { IsExpired = true };
                break;
            case LedgerEntryKind.Settle or LedgerEntryKind.Release:
                holds.Remove(entry.HoldId);
                break;
        }
    }

    private void RestoreHold(LedgerEntry entry, LedgerHold? hold)
    {
        if (entry.Kind == LedgerEntryKind.Reserve)
        {
            holds.Remove(entry.Sequence);
        }
        else if (hold is not null)
        {
            holds[hold.Id] = hold;
            if (!hold.IsExpired)
            {
                expiries.Add(hold, holds);
            }
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
