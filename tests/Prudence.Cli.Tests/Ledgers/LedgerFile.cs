using Prudence.Budgeting;
using Prudence.Budgeting.Sqlite;
using Prudence.Budgeting.Tests;

namespace Prudence.Cli.Tests.Ledgers;

/// <summary>A ledger file for one test, on a clock that stands still.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FakeTimeProvider Clock { get; } = new();

    public string Path => folder["costs.db"];

    public string this[string name] => folder[name];

    public string Write(string name, string text) => folder.Write(name, text);

    public IReadOnlyList<string> Files() => folder.Files();

    public static Cost Dollars(string amount) => Cost.Zero.With(Money.Parse(amount));

    public Task<Ledger> OpenAsync() => Ledger.OpenAsync(SqliteLedgerStore.Open(Path), new LedgerOptions { Clock = Clock, HoldTimeout = TimeSpan.FromMinutes(30) });

    /// <summary>Two scopes, a settlement each way, a release, an open hold, an expired one, an adjustment, and texts that formats stumble over.</summary>
    public async Task<LedgerFile> WithSampleAsync()
    {
        await using var ledger = await OpenAsync();
        await ledger.GrantAsync("acme", Dollars("$100"), purpose: "March");
        await ledger.GrantAsync("acme/search", Dollars("$5").With(Resource.OutputTokens, 10_000), purpose: "=SUM(A1:A9)", idempotencyKey: "-1+1");
        var settled = await ledger.ReserveAsync("acme/search", Dollars("$0.02").With(Resource.OutputTokens, 600), purpose: "draft", idempotencyKey: "req-1");
        Clock.Advance(TimeSpan.FromSeconds(2));
        await ledger.SettleAsync(settled.HoldId, Dollars("$0.0114").With(Resource.OutputTokens, 310).With(Resource.InputTokens, 1200).With(Resource.Calls("web; [x]%"), 1));
        var overrun = await ledger.ReserveAsync("acme/search", Dollars("$0.01"), purpose: "vote, \"loud\"");
        await ledger.SettleAsync(overrun.HoldId, Dollars("$0.015000001"), idempotencyKey: "'req-2");
        await ledger.ReleaseAsync((await ledger.ReserveAsync("acme/agents", Dollars("$1"), purpose: "plan")).HoldId);
        await ledger.ReserveAsync("acme/agents", Dollars("$2"), purpose: "lost");
        Clock.Advance(TimeSpan.FromHours(1));
        await ledger.ReserveAsync("acme/agents", Dollars("$3"), purpose: "plan", holdFor: TimeSpan.FromHours(2));
        await ledger.GrantAsync("acme/agents", Dollars("$10"), window: LimitWindow.Calendar(CalendarUnit.Day, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
        await ledger.AdjustAsync("acme/search", Dollars("$0.001"), isCredit: true, "refund");
        return this;
    }

    public void Dispose() => folder.Dispose();
}
