using Prudence.Budgeting.Crash.Tests.Tools;
using Prudence.Budgeting.Crash.Tests.Worker;

namespace Prudence.Budgeting.Crash.Tests;

/// <summary>A process kills itself at each point at which it has to do with the store: before a read, before an append, before an answer, before the end.</summary>
[Collection(SharedSites.Name)]
public sealed class KillPointTests(LedgerSites sites)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public Task At_some_points(StoreKind kind) => KillAsync(kind, step: 12);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [Trait("Category", "Long")]
    public Task At_every_point(StoreKind kind) => KillAsync(kind, step: 1);

    private async Task KillAsync(StoreKind kind, int step)
    {
        var visit = 1;
        for (var isKilled = true; isKilled; visit += step)
        {
            var site = sites.New(kind);
            using var worker = WorkerProcess.Script(site, visit);
            isKilled = await ScriptAudit.EndAsync(worker) == ScriptAudit.Killed;
            await ScriptAudit.CheckAsync(site, worker.Answers);
        }

        Assert.InRange(visit, 30, 60);
    }
}
