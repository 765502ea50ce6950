namespace Prudence.Budgeting.Tests.Ledgers;

/// <summary>A ledger with some history of every kind, always the same for a seed.</summary>
internal static class SampleLedger
{
    public static readonly Resource Money = new("money", "n$");

    public static async Task<InMemoryLedgerStore> CreateAsync(int seed, int steps, FakeTimeProvider clock)
    {
        var store = new InMemoryLedgerStore();
        await using var ledger = await Ledger.OpenAsync(store, new LedgerOptions { Clock = clock, HoldTimeout = TimeSpan.FromMinutes(3) });
        await ledger.GrantAsync("house", Of(10_000), "März", "grant");
        await ledger.GrantAsync("house/1", Of(3_000), window: LimitWindow.Calendar(CalendarUnit.Hour, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
        await ledger.GrantAsync("house", Of(5_000), window: LimitWindow.Rolling(TimeSpan.FromMinutes(20)));
        await WorkAsync(ledger, new Random(seed), steps, clock);
        return store;
    }

    public static async Task WorkAsync(Ledger ledger, Random random, int steps, FakeTimeProvider clock)
    {
        var holds = new List<long>();
        for (var step = 0; step < steps; step++)
        {
            clock.Advance(TimeSpan.FromSeconds(random.Next(40)));
            var key = random.Next(2) == 0 ? "" : $"key {random.Next()}";
            var result = random.Next(6) switch
            {
                0 or 1 or 2 => await ledger.ReserveAsync($"house/{random.Next(3)}", Of(1 + random.Next(2000)), "draft", idempotencyKey: key),
                3 => await ledger.SettleAsync(Pick(holds, random), Of(1 + random.Next(700)), idempotencyKey: key),
                4 => await ledger.ReleaseAsync(Pick(holds, random), key),
                _ => await ledger.AdjustAsync($"house/{random.Next(3)}", Of(1 + random.Next(50)), random.Next(2) == 0, "bill", key),
            };
            if (result is { IsAccepted: true, Entry.Kind: LedgerEntryKind.Reserve })
            {
                holds.Add(result.HoldId);
            }
        }
    }

    public static Cost Of(long amount) => Cost.Zero.With(Money, amount);

    private static long Pick(List<long> holds, Random random) => holds.Count == 0 ? 1 : holds[random.Next(holds.Count)];
}
