namespace Prudence.Budgeting;

/// <summary>
/// What must be known to take back the entries of a batch: a step for each, and, because a window that moved on cannot be moved back, the limits of each
/// account as they were before the batch first changed them.
/// </summary>
internal sealed class LedgerJournal
{
    private readonly List<LedgerStep> steps = [];
    private readonly Dictionary<LedgerAccount, LedgerLimit[]> limits = [];
    private bool isOpen;

    /// <summary>The steps since the journal was opened, the last one first.</summary>
    public IEnumerable<LedgerStep> Backwards => Enumerable.Reverse(steps);

    public void Open()
    {
        Close();
        isOpen = true;
    }

    public void Close()
    {
        isOpen = false;
        steps.Clear();
        limits.Clear();
    }

    public void Note(LedgerStep step)
    {
        if (isOpen)
        {
            steps.Add(step);
        }
    }

    /// <summary>Must be called before the limits of an account change.</summary>
    public void NoteLimits(LedgerAccount account)
    {
        if (isOpen && !limits.ContainsKey(account))
        {
            limits.Add(account, account.CopyLimits());
        }
    }

    public void RestoreLimits()
    {
        foreach (var (account, before) in limits)
        {
            account.RestoreLimits(before);
        }
    }
}
