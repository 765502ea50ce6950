namespace Prudence.Budgeting;

/// <summary>The holds that nobody settled or released, by id and by expiry.</summary>
internal sealed class OpenHolds
{
    private readonly Dictionary<long, LedgerHold> holds = [];
    private readonly ExpiryQueue expiries = new();

    public IReadOnlyList<LedgerHold> ById => [.. holds.Values.OrderBy(static hold => hold.Id)];

    public LedgerHold? Find(long id) => holds.GetValueOrDefault(id);

    /// <summary>The hold that expires first, if its time is up; null otherwise.</summary>
    public LedgerHold? FirstDue(long now) => expiries.FirstDue(now, holds);

    /// <summary>Takes in an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="hold">The hold that it names, as it was before; null for a reservation.</param>
    public void Apply(LedgerEntry entry, LedgerHold? hold)
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

    /// <summary>Takes the last entry back.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="hold">The hold that it names, as it was before; null for a reservation.</param>
    public void Undo(LedgerEntry entry, LedgerHold? hold)
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
}
