using Prudence.Budgeting.Crash.Tests.Tools;
using Prudence.Budgeting.Crash.Tests.Worker;

namespace Prudence.Budgeting.Crash.Tests;

/// <summary>Four processes work on one ledger while one after the other is killed and started again.</summary>
[Collection(SharedSites.Name)]
public sealed class KilledProcessTests(LedgerSites sites)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public Task Three_kills_lose_no_answer_and_overshoot_nothing(StoreKind kind) => KillAsync(kind, kills: 3);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [Trait("Category", "Long")]
    public Task Sixty_kills_lose_no_answer_and_overshoot_nothing(StoreKind kind) => KillAsync(kind, kills: 60);

    private async Task KillAsync(StoreKind kind, int kills)
    {
        var (site, random, answers) = (sites.New(kind), new Random(1), new List<Answer>());
        await using (var ledger = await Ledger.OpenAsync(await site.OpenAsync()))
        {
            await ledger.GrantAsync(Traffic.Scope, Script.Of(Traffic.Granted));
        }

        var workers = Enumerable.Range(0, 4).Select(i => WorkerProcess.Traffic(site, $"{i}")).ToArray();
        for (var kill = 0; kill < kills; kill++)
        {
            var victim = workers[kill % 4];
            await victim.WaitForAnswersAsync(random.Next(1, 150));
            await victim.KillAsync();
            answers.AddRange(victim.Answers);
            victim.Dispose();
            workers[kill % 4] = WorkerProcess.Traffic(site, $"{4 + kill}");
        }

        foreach (var worker in workers)
        {
            await worker.WaitForAnswersAsync(20);
            Assert.Equal((0, ""), (await worker.EndAsync(), worker.Errors));
            answers.AddRange(worker.Answers);
            worker.Dispose();
        }

        var entries = await LedgerAudit.CheckAsync(site, answers);
        await CheckRepetitionsAsync(site, [.. answers.Select(answer => entries[(int)answer.Sequence - 1])]);
        await LedgerAudit.CheckOrphansExpireAsync(site);
    }

    /// <summary>Whoever repeats what was answered gets the same answer, and nothing is charged for it.</summary>
    private static async Task CheckRepetitionsAsync(LedgerSite site, IReadOnlyList<LedgerEntry> answered)
    {
        await using var ledger = await Ledger.OpenAsync(await site.OpenAsync());
        var repeated = await Task.WhenAll(answered.Select(entry => entry.Kind == LedgerEntryKind.Reserve
            ? ledger.ReserveAsync(entry.Scope, entry.Amounts, entry.Purpose, Traffic.HoldFor, entry.IdempotencyKey)
            : ledger.SettleAsync(entry.HoldId, entry.Amounts, "", entry.IdempotencyKey)));
        Assert.All(repeated, static result => Assert.True(result.IsReplay));
        Assert.Equal(answered, repeated.Select(static result => result.Entry!));
    }
}
