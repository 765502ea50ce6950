using Prudence.Budgeting.Crash.Tests.Tools;
using Prudence.Budgeting.Crash.Tests.Worker;

namespace Prudence.Budgeting.Crash.Tests;

/// <summary>Disks that are full, read-only or broken: nothing is answered that is not there afterwards, and the ledger works again without the cause.</summary>
[Collection(SharedSites.Name)]
public sealed class DiskFailureTests(LedgerSites sites)
{
    [StraceTheory]
    [InlineData("pwrite64", "ENOSPC", 29)]
    [InlineData("pwrite64", "EROFS", 37)]
    [InlineData("fsync,fdatasync", "EIO", 11)]
    public async Task A_disk_that_begins_to_fail_fails_closed(string calls, string error, int number) =>
        Assert.Equal(ScriptAudit.Unavailable, await FailAsync(calls, error, number));

    [StraceTheory]
    [InlineData("pwrite64", "ENOSPC", 72)]
    [InlineData("pwrite64", "EROFS", 72)]
    [InlineData("pwrite64", "EIO", 72)]
    [InlineData("fsync,fdatasync", "EIO", 27)]
    [InlineData("fsync,fdatasync", "ENOSPC", 27)]
    [InlineData("ftruncate", "EIO", 6)]
    [InlineData("openat", "EACCES", 12)]
    [Trait("Category", "Long")]
    public async Task Wherever_a_disk_begins_to_fail_it_fails_closed(string calls, string error, int last)
    {
        var ends = new List<int>();
        for (var number = 1; number <= last; number++)
        {
            ends.Add(await FailAsync(calls, error, number));
        }

        Assert.Contains(ScriptAudit.Unavailable, ends);
        Assert.Equal(ScriptAudit.Done, ends[^1]);
    }

    [MountFact]
    public async Task On_a_disk_without_room_nothing_is_answered_until_there_is_some()
    {
        using var disk = new SmallDisk();
        disk.Set("size=96k");
        var site = new LedgerSite(disk.File, "");

        using var worker = WorkerProcess.Script(site, visit: 0);
        Assert.Equal(ScriptAudit.Unavailable, await ScriptAudit.EndAsync(worker));

        disk.Set("size=4m");
        await ScriptAudit.CheckAsync(site, worker.Answers);
    }

    [MountFact]
    public async Task On_a_disk_that_was_made_read_only_nothing_is_answered_until_it_may_be_written()
    {
        using var disk = new SmallDisk();
        var site = new LedgerSite(disk.File, "");
        using var first = WorkerProcess.Script(site, visit: 30);
        Assert.Equal(ScriptAudit.Killed, await ScriptAudit.EndAsync(first));
        disk.Set("ro");

        using var second = WorkerProcess.Script(site, visit: 0);
        Assert.Equal(ScriptAudit.Unavailable, await ScriptAudit.EndAsync(second));
        Assert.Empty(second.Answers);

        disk.Set("rw");
        await ScriptAudit.CheckAsync(site, first.Answers);
    }

    private async Task<int> FailAsync(string calls, string error, int number)
    {
        var site = sites.New(StoreKind.Sqlite);
        using var worker = WorkerProcess.Script(site, visit: 0, Strace.Fail(site, calls, error, number));
        var end = await ScriptAudit.EndAsync(worker);
        await ScriptAudit.CheckAsync(site, worker.Answers);
        return end;
    }
}
