using Microsoft.Data.Sqlite;

namespace Prudence.Budgeting.Sqlite.Tests;

public sealed class ReadOnlyTests : IDisposable
{
    private static readonly Cost Some = Cost.Zero.With(Resource.Money, 5);

    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_told_and_not_made()
    {
        Assert.Contains("for reading", Assert.Throws<LedgerUnavailableException>(() => SqliteLedgerStore.OpenReadOnly(folder.File)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File));
    }

    [Fact]
    public async Task What_others_write_is_seen_while_they_write_it()
    {
        await using var ledger = await Ledger.OpenAsync(SqliteLedgerStore.Open(folder.File));
        await using var reader = SqliteLedgerStore.OpenReadOnly(folder.File);
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
        await using (var ledger = await Ledger.OpenAsync(SqliteLedgerStore.Open(folder.File)))
        {
            await ledger.GrantAsync("key", Some);
        }

        var before = File.ReadAllBytes(folder.File);
        var reader = SqliteLedgerStore.OpenReadOnly(folder.File);
        var head = await reader.ReadHeadAsync();

        await Assert.ThrowsAsync<SqliteException>(async () => await reader.AppendAsync(head, [new LedgerRecord(2, new byte[] { 1 })], head with { Sequence = 2 }));
        await reader.DisposeAsync();

        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no database, and long enough for SQLite to look at it: no database, and long enough for SQLite to look at it: no database")]
    public void Something_else_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(folder.File, text);

        Assert.Throws<LedgerFormatException>(() => SqliteLedgerStore.OpenReadOnly(folder.File));

        Assert.Equal(text, File.ReadAllText(folder.File));
    }
}
