using Npgsql;
using Prudence.Budgeting.PostgreSql.Tests.Server;

namespace Prudence.Budgeting.PostgreSql.Tests;

[Collection(SharedServer.Name)]
public sealed class PostgreSqlReadOnlyTests(PostgreSqlServer server)
{
    private static readonly Cost Some = Cost.Zero.With(new Resource("money", "n$"), 5);

    private readonly string schema = server.NewSchema();

    [Fact]
    public async Task A_missing_ledger_is_told_and_not_made()
    {
        Assert.Contains(schema, (await Assert.ThrowsAsync<LedgerUnavailableException>(ReadAsync)).Message, StringComparison.Ordinal);

        Assert.False(await server.AskAsync<bool>($"SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = '{schema}')"));
    }

    [Fact]
    public async Task Another_programs_schema_is_refused()
    {
        await server.ExecuteAsync($"CREATE SCHEMA {schema}; CREATE TABLE {schema}.song (title text)");

        await Assert.ThrowsAsync<LedgerFormatException>(ReadAsync);
    }

    [Fact]
    public async Task What_others_write_is_seen_while_they_write_it_and_on_a_server_that_takes_no_changes()
    {
        await using var ledger = await Ledger.OpenAsync(await PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, schema));
        await using var reader = await PostgreSqlLedgerStore.OpenReadOnlyAsync(server.ConnectionString + ";Options=-c default_transaction_read_only=on", schema);
        for (var sequence = 1; sequence <= 20; sequence++)
        {
            await ledger.GrantAsync("key", Some);
            Assert.Equal(sequence, (await reader.ReadHeadAsync()).Sequence);
        }

        var records = reader.ReadAsync(1, 20).GetAsyncEnumerator();
        Assert.True(await records.MoveNextAsync());
        Assert.True((await ledger.GrantAsync("key", Some)).IsAccepted);
        await records.DisposeAsync();
        Assert.Equal(21, (await Ledger.VerifyAsync(reader)).Head.Sequence);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        await (await PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, schema)).DisposeAsync();
        await using var reader = await ReadAsync();
        var head = await reader.ReadHeadAsync();

        await Assert.ThrowsAsync<PostgresException>(async () => await reader.AppendAsync(head, [new LedgerRecord(1, new byte[] { 1 })], head with { Sequence = 1 }));

        Assert.Equal(0, await server.AskAsync<long>($"SELECT count(*) FROM {schema}.entry"));
    }

    private Task<PostgreSqlLedgerStore> ReadAsync() => PostgreSqlLedgerStore.OpenReadOnlyAsync(server.ConnectionString, schema);
}
