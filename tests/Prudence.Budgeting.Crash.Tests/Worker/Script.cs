namespace Prudence.Budgeting.Crash.Tests.Worker;

/// <summary>
/// A short history with entries of every kind but expiries, one and many to a commit. All requests have keys: run again from the start, after
/// whatever befell the first run, it completes what is missing and repeats nothing.
/// </summary>
internal static class Script
{
    public const string Scope = "team";

    /// <summary>What is spent when it is through.</summary>
    public const long Spent = 10 + 11 + 12 - 5;

    /// <summary>What is held by reservations that it never ends.</summary>
    public const long Orphaned = 7 * 50;

    public static readonly Resource Money = new("money", "n$");

    public static async Task RunAsync(Ledger ledger, LedgerSite site, Action<LedgerEntry> answered)
    {
        answered(Accepted(await ledger.GrantAsync(Scope, Of(500), "the month", "grant")));
        for (var i = 0; i < 3; i++)
        {
            var hold = Accepted(await ledger.ReserveAsync("team/key", Of(100), "draft", idempotencyKey: $"reserve {i}"));
            answered(hold);
            answered(Accepted(await ledger.SettleAsync(hold.HoldId, Of(10 + i), idempotencyKey: $"settle {i}")));
        }

        site.Checkpoint();
        var holds = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ledger.ReserveAsync("team/key", Of(50), "vote", idempotencyKey: $"vote {i}")));
        Array.ForEach(holds, hold => answered(Accepted(hold)));
        answered(Accepted(await ledger.ReleaseAsync(holds[3].HoldId, "release")));
        answered(Accepted(await ledger.AdjustAsync("team/key", Of(5), isCredit: true, "refund", "refund")));
    }

    public static Cost Of(long amount) => Cost.Zero.With(Money, amount);

    private static LedgerEntry Accepted(LedgerResult result) => result.Entry ?? throw new InvalidOperationException(result.Refusal!.Message);
}
