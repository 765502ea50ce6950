namespace Prudence.Budgeting;

/// <summary>The books of one scope: its accounts, and the scope above it.</summary>
internal sealed class LedgerScope(string path, LedgerScope? parent)
{
    private readonly List<LedgerAccount> accounts = [];

    public string Path => path;

    public LedgerScope? Parent => parent;

    public IReadOnlyList<LedgerAccount> Accounts => accounts;

    /// <summary>Whether the scope or one above it has a grant. Nothing is held or charged where nobody ever granted anything.</summary>
    public bool IsGranted
    {
        get
        {
            var isGranted = parent?.IsGranted ?? false;
            foreach (var account in accounts)
            {
                isGranted |= account.IsLimited;
            }

            return isGranted;
        }
    }

    public LedgerAccount? Find(Resource resource)
    {
        foreach (var account in accounts)
        {
            if (account.Resource.Name == resource.Name)
            {
                return account;
            }
        }

        return null;
    }

    public LedgerAccount Open(Resource resource)
    {
        if (Find(resource) is { } account)
        {
            return account;
        }

        account = new LedgerAccount(resource);
        accounts.Add(account);
        return account;
    }

    public void Grant(Cost amounts, bool isUndone)
    {
        foreach (var (resource, amount) in amounts.Entries)
        {
            Open(resource).Grant(amount, isUndone);
        }
    }

    public void Hold(Cost amounts, bool isUndone)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in amounts.Entries)
            {
                scope.Open(resource).Hold(amount, isUndone);
            }
        }
    }

    public void Charge(Cost amounts, bool isUndone)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in amounts.Entries)
            {
                scope.Open(resource).Charge(amount, isUndone);
            }
        }
    }

    /// <summary>Sets limits of this scope over a window.</summary>
    public void SetLimits(Cost amounts, LimitWindow window, long now, LedgerJournal journal)
    {
        foreach (var (resource, amount) in amounts.Entries)
        {
            var account = Open(resource);
            journal.NoteLimits(account);
            account.SetLimit(window, amount, now);
        }
    }

    /// <summary>Counts what was charged or credited in the windows of this scope and all above it.</summary>
    public void Count(Cost amounts, bool isCredit, long now, LedgerJournal journal)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in amounts.Entries)
            {
                if (scope.Find(resource) is { Limits.Length: > 0 } account)
                {
                    journal.NoteLimits(account);
                    account.Count(amount, isCredit, now);
                }
            }
        }
    }
}
