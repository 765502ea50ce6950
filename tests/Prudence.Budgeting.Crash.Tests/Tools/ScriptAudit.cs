using Prudence.Budgeting.Crash.Tests.Worker;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>What must hold after a run of the script ended, wherever that was.</summary>
internal static class ScriptAudit
{
    public const int Done = 0;
    public const int Unavailable = 3;
    public const int Killed = 137;

    /// <summary>How a worker ended, in one of the three ways that there should be.</summary>
    public static async Task<int> EndAsync(WorkerProcess worker)
    {
        var code = await worker.EndAsync();
        Assert.True(code is Done or Unavailable or Killed, $"The worker ended with {code}: {worker.Errors}");
        return code;
    }

    /// <summary>
    /// The ledger opens without repair and has what was answered. Run again with the same keys, the script gets the same answers, and comes to the
    /// same end as if nothing had happened: each charge is there once.
    /// </summary>
    public static async Task CheckAsync(LedgerSite site, IReadOnlyList<Answer> answers)
    {
        await LedgerAudit.CheckAsync(site, answers);
        var again = new List<Answer>();
        await using (var ledger = await Ledger.OpenAsync(await site.OpenAsync()))
        {
            await Script.RunAsync(ledger, site, entry => again.Add(Answer.Of(entry)));
            var balance = await ledger.BalanceAsync(Script.Scope, Script.Money);
            Assert.Equal((Script.Spent, Script.Orphaned), (balance.Spent, balance.Held));
        }

        Assert.Subset(again.ToHashSet(), answers.ToHashSet());
        Assert.Equal(again.Count, (await LedgerAudit.CheckAsync(site, again)).Count);
        await LedgerAudit.CheckOrphansExpireAsync(site);
    }
}
