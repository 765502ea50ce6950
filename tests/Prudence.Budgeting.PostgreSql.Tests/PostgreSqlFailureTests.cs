using System.Collections.Concurrent;
using Prudence.Budgeting.PostgreSql.Tests.Server;

namespace Prudence.Budgeting.PostgreSql.Tests;

/// <summary>When server or connection fail, nothing more is granted, and what was answered is kept.</summary>
[Collection(SharedServer.Name)]
public sealed class PostgreSqlFailureTests(PostgreSqlServer server)
{
    private static readonly Resource Money = new("money", "n$");

    private readonly string schema = server.NewSchema();

    [Fact]
    public async Task The_servers_defaults_change_nothing_about_a_commit()
    {
        await using (await OpenAsync())
        {
        }

        await server.ExecuteAsync($"""
            CREATE TABLE {schema}.seen (setting text);
            CREATE FUNCTION {schema}.look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO {schema}.seen VALUES (concat_ws(', ', current_setting('synchronous_commit'), current_setting('transaction_isolation'),
                    current_setting('idle_in_transaction_session_timeout'), current_setting('idle_session_timeout', true))); RETURN NULL; END $$;
            CREATE TRIGGER look AFTER UPDATE ON {schema}.head EXECUTE FUNCTION {schema}.look()
            """);
        await using (var ledger = await OpenAsync(";Options=-c default_transaction_isolation=serializable -c idle_in_transaction_session_timeout=0"))
        {
            await ledger.GrantAsync("key", Of(1));
        }

        Assert.Equal("off", await server.AskAsync<string>("SHOW synchronous_commit"));
        Assert.Equal("on, read committed, 10s, 0", await server.AskAsync<string>($"SELECT string_agg(setting, '; ') FROM {schema}.seen"));
    }

    [Fact]
    public async Task When_the_connection_is_lost_nothing_is_granted_until_the_ledger_is_opened_again()
    {
        await using var ledger = await OpenAsync(";Application Name=lost");
        await ledger.GrantAsync("key", Of(10));
        await server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lost'");

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ReserveAsync("key", Of(1)));
        Assert.Same(error, await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ReserveAsync("key", Of(1))));

        await using var again = await OpenAsync();
        Assert.True((await again.ReserveAsync("key", Of(1))).IsAccepted);
    }

    [Fact]
    public async Task When_the_server_crashes_under_64_writers_all_that_was_answered_is_there_after_its_restart()
    {
        var ledger = await OpenAsync();
        await ledger.GrantAsync("key", Of(1_000_000));
        var (answered, enough) = (new ConcurrentQueue<LedgerEntry>(), new TaskCompletionSource());
        var writers = Enumerable.Range(0, 64).Select(_ => Task.Run(() => WriteAsync(ledger, answered, enough))).ToList();

        await enough.Task;
        server.Crash();
        foreach (var writer in writers)
        {
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => writer);
        }

        server.Start();
        await using var store = await PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, schema);
        var state = await Ledger.VerifyAsync(store);
        var kept = await store.ReadAsync(1, state.Head.Sequence).Select(LedgerCodec.Decode).ToDictionaryAsync(static entry => entry.Sequence);
        Assert.All(answered, entry => Assert.Equal(entry, kept[entry.Sequence]));
        Assert.InRange(state.BalanceOf("key", Money).Spent, 0, 1_000_000);
    }

    private static Cost Of(long amount) => Cost.Zero.With(Money, amount);

    private static async Task WriteAsync(Ledger ledger, ConcurrentQueue<LedgerEntry> answered, TaskCompletionSource enough)
    {
        while (true)
        {
            var hold = await ledger.ReserveAsync("key", Of(5));
            answered.Enqueue(hold.Entry!);
            answered.Enqueue((await ledger.SettleAsync(hold.HoldId, Of(1))).Entry!);
            if (answered.Count > 2_000)
            {
                enough.TrySetResult();
            }
        }
    }

    private async Task<Ledger> OpenAsync(string more = "") => await Ledger.OpenAsync(await PostgreSqlLedgerStore.OpenAsync(server.ConnectionString + more, schema));
}
