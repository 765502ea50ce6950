using Prudence.Budgeting.PostgreSql.Tests.Server;

namespace Prudence.Budgeting.PostgreSql.Tests;

/// <summary>What somebody did to the tables is found at opening, and the ledger does not start.</summary>
[Collection(SharedServer.Name)]
public sealed class PostgreSqlDamageTests(PostgreSqlServer server)
{
    private static readonly Resource Money = new("money", "n$");

    private readonly string schema = server.NewSchema();

    [Fact]
    public async Task A_changed_or_cut_record_is_found_where_it_is()
    {
        await CreateAsync();
        var random = new Random(1);
        for (var i = 0; i < 40; i++)
        {
            var (sequence, bit) = (random.Next(1, 101), random.Next(800));
            var change = i % 4 == 0 ? $"substring(record FOR {bit / 8})" : $"set_bit(record, {bit}, 1 - get_bit(record, {bit}))";
            await server.ExecuteAsync($"""
                CREATE TABLE {schema}.whole AS SELECT * FROM {schema}.entry WHERE sequence = {sequence};
                UPDATE {schema}.entry SET record = {change} WHERE sequence = {sequence}
                """);

            Assert.Equal(sequence, (await RefusedAsync()).Sequence);

            await server.ExecuteAsync($"""
                UPDATE {schema}.entry SET record = whole.record FROM {schema}.whole WHERE entry.sequence = whole.sequence;
                DROP TABLE {schema}.whole
                """);
        }

        await using var sound = await OpenAsync();
    }

    [Theory]
    [InlineData("sequence = 1", 1)]
    [InlineData("sequence = 50", 50)]
    [InlineData("sequence = 100", 99)]
    [InlineData("sequence > 95", 95)]
    [InlineData("true", 0)]
    public async Task Records_taken_away_are_missed(string which, long place)
    {
        await CreateAsync();
        await server.ExecuteAsync($"DELETE FROM {schema}.entry WHERE {which}");

        Assert.Equal(place, (await RefusedAsync()).Sequence);
    }

    [Theory]
    [InlineData("UPDATE {0}.head SET sequence = 99")]
    [InlineData("UPDATE {0}.head SET hash = set_byte(hash, 7, 255 - get_byte(hash, 7))")]
    [InlineData("UPDATE {0}.head SET hash = substring(hash FOR 31)")]
    [InlineData("DELETE FROM {0}.head")]
    [InlineData("UPDATE {0}.head SET sequence = 99; DELETE FROM {0}.entry WHERE sequence = 100")]
    [InlineData("INSERT INTO {0}.entry SELECT 101, record FROM {0}.entry WHERE sequence = 100")]
    [InlineData("DROP TABLE {0}.entry")]
    [InlineData("DROP TABLE {0}.head")]
    [InlineData("ALTER TABLE {0}.entry RENAME record TO bytes")]
    public async Task A_head_or_table_that_somebody_changed_is_noticed(string change)
    {
        await CreateAsync();
        await server.ExecuteAsync(string.Format(null, change, schema));

        await RefusedAsync();
    }

    private static Cost Of(long amount) => Cost.Zero.With(Money, amount);

    private async Task<Ledger> OpenAsync() => await Ledger.OpenAsync(await PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, schema));

    private Task<LedgerCorruptionException> RefusedAsync() => Assert.ThrowsAsync<LedgerCorruptionException>(OpenAsync);

    private async Task CreateAsync()
    {
        await using var ledger = await OpenAsync();
        await ledger.GrantAsync("key", Of(1_000_000));
        await Task.WhenAll(Enumerable.Range(0, 99).Select(_ => ledger.ReserveAsync("key", Of(3))));
    }
}
