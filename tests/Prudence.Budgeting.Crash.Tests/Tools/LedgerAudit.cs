using Prudence.Budgeting.Crash.Tests.Worker;
using Prudence.Budgeting.Tests;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>Adds up a ledger's entries anew, in a way that has nothing in common with the ledger's own, and compares.</summary>
internal static class LedgerAudit
{
    /// <summary>
    /// Opens a ledger as it is. What was answered is there unchanged; after each entry what is spent and held is within what was granted; the
    /// balance is the sum of the entries.
    /// </summary>
    public static async Task<IReadOnlyList<LedgerEntry>> CheckAsync(LedgerSite site, IEnumerable<Answer> answers)
    {
        await using var store = await site.OpenAsync();
        var state = await Ledger.VerifyAsync(store);
        var entries = await store.ReadAsync(1, state.Head.Sequence).Select(LedgerCodec.Decode).ToListAsync();

        Assert.All(answers, answer => Assert.Equal(answer, Answer.Of(entries[(int)answer.Sequence - 1])));
        var (granted, spent, held) = AddUp(entries);
        var balance = state.BalanceOf(Script.Scope, Script.Money);
        Assert.Equal((granted, spent, held), (balance.Granted ?? 0, balance.Spent, balance.Held));
        return entries;
    }

    /// <summary>Opens it when all holds are out of time: none of their amounts is held any more, whoever made them.</summary>
    public static async Task CheckOrphansExpireAsync(LedgerSite site)
    {
        var later = new FakeTimeProvider { Start = DateTimeOffset.UtcNow.AddHours(2) };
        await using var ledger = await Ledger.OpenAsync(await site.OpenAsync(), new LedgerOptions { Clock = later });
        Assert.Equal(0, (await ledger.BalanceAsync(Script.Scope, Script.Money)).Held);
        Assert.All(await ledger.HoldsAsync(), static hold => Assert.True(hold.IsExpired));
    }

    private static (long Granted, long Spent, long Held) AddUp(IEnumerable<LedgerEntry> entries)
    {
        var (granted, spent, holds) = (0L, 0L, new Dictionary<long, long>());
        foreach (var entry in entries)
        {
            var amount = entry.Amounts[Script.Money];
            granted += entry.Kind == LedgerEntryKind.Grant ? amount : 0;
            spent += entry.Kind switch
            {
                LedgerEntryKind.Settle => amount,
                LedgerEntryKind.Adjust => entry.Marks.HasFlag(LedgerMarks.Credit) ? -amount : amount,
                _ => 0,
            };
            holds[entry.HoldId] = entry.Kind == LedgerEntryKind.Reserve ? amount : 0;
            Assert.True(spent + holds.Values.Sum() <= granted, $"after entry {entry.Sequence}: {spent} spent, {holds.Values.Sum()} held, {granted} granted");
            if (holds[entry.HoldId] == 0)
            {
                holds.Remove(entry.HoldId);
            }
        }

        return (granted, spent, holds.Values.Sum());
    }
}
