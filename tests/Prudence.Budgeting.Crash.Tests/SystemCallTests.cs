using Prudence.Budgeting.Crash.Tests.Tools;

namespace Prudence.Budgeting.Crash.Tests;

/// <summary>
/// A process is killed on its way into each system call by which it writes: from the creation of the file over commits and a checkpoint to the last
/// checkpoint and the deletion of the log; with a server, each time it sends, and when it receives.
/// </summary>
[Collection(SharedSites.Name)]
public sealed class SystemCallTests(LedgerSites sites)
{
    [StraceTheory]
    [InlineData("pwrite64", 23)]
    [InlineData("fsync,fdatasync", 13)]
    [InlineData("unlink", 2)]
    public Task Some_calls_on_a_file(string calls, int step) => KillAsync(StoreKind.Sqlite, calls, step, 1);

    [StraceTheory]
    [InlineData("openat", 5)]
    [InlineData("pwrite64", 50)]
    [InlineData("fsync,fdatasync", 15)]
    [InlineData("ftruncate", 3)]
    [InlineData("unlink", 3)]
    [Trait("Category", "Long")]
    public Task Every_call_on_a_file(string calls, int fewest) => KillAsync(StoreKind.Sqlite, calls, step: 1, fewest);

    [StraceTheory]
    [InlineData("sendto,sendmsg", 1, 30)]
    [InlineData("recvfrom,recvmsg", 3, 20)]
    [Trait("Category", "Long")]
    public Task Calls_to_a_server(string calls, int step, int fewest) => KillAsync(StoreKind.PostgreSql, calls, step, fewest);

    private async Task KillAsync(StoreKind kind, string calls, int step, int fewest)
    {
        var (number, kills) = (1, -1);
        for (var isKilled = true; isKilled; number += step)
        {
            var site = sites.New(kind);
            using var worker = WorkerProcess.Script(site, visit: 0, Strace.Kill(site, calls, number));
            isKilled = await ScriptAudit.EndAsync(worker) == ScriptAudit.Killed;
            await ScriptAudit.CheckAsync(site, worker.Answers);
            kills++;
        }

        Assert.True(kills >= fewest, $"killed at {kills} calls of {calls} only");
    }
}
