// A ledger with three days of made-up calls in it, for trying the commands of prudence ledger.
using LedgerDay;
using Prudence.Budgeting;
using Prudence.Budgeting.Sqlite;

var file = args.Length > 0 ? args[0] : "costs.db";
if (File.Exists(file))
{
    Console.Error.WriteLine($"{file} is there already: name another file, or delete it");
    return 1;
}

var clock = new DayClock();
await using var ledger = await Ledger.OpenAsync(SqliteLedgerStore.Open(file), new LedgerOptions { Clock = clock });
await ledger.GrantAsync("acme", Cost.Zero.With(Money.Parse("$100")), purpose: "March", idempotencyKey: "2026-03");
await ledger.GrantAsync("acme/search", Cost.Zero.With(Money.Parse("$2")), window: LimitWindow.Calendar(CalendarUnit.Day));

var random = new Random(1);
for (var call = 1; call <= 60; call++)
{
    clock.Now += TimeSpan.FromMinutes(random.Next(30, 90));
    var (scope, purpose) = call % 3 == 0 ? ("acme/agents", "plan") : ("acme/search", call % 5 == 0 ? "judge" : "draft");
    var (input, output) = (random.Next(500, 4_000), random.Next(50, 800));
    var worst = Cost.Zero.With(new Money((input * 2_500L) + (800 * 10_000L))).With(Resource.OutputTokens, 800);
    var hold = await ledger.ReserveAsync(scope, worst, purpose, idempotencyKey: $"req-{call}");
    clock.Now += TimeSpan.FromSeconds(random.Next(1, 9));
    if (call == 17)
    {
        await ledger.ReleaseAsync(hold.HoldId);
    }
    else if (call != 31)
    {
        // Call 40 is billed for more than it asked for; call 31 never comes back, and its hold expires.
        var used = call == 40 ? 1_000 : output;
        var actual = Cost.Zero.With(new Money((input * 2_500L) + (used * 10_000L))).With(Resource.InputTokens, input).With(Resource.OutputTokens, used);
        await ledger.SettleAsync(hold.HoldId, actual);
    }
}

await ledger.ReserveAsync("acme/agents", Cost.Zero.With(Money.Parse("$0.25")), "plan", holdFor: TimeSpan.FromDays(3650));
Console.WriteLine($"{file}: {(await ledger.HeadAsync()).Sequence} entries");
return 0;
