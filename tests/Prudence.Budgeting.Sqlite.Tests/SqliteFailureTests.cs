using Microsoft.Data.Sqlite;

namespace Prudence.Budgeting.Sqlite.Tests;

public sealed class SqliteFailureTests : IDisposable
{
    private static readonly Resource Money = new("money", "n$");

    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task When_the_disk_is_full_nothing_more_is_granted_and_all_that_was_answered_is_kept()
    {
        var store = SqliteLedgerStore.Open(folder.File);
        LedgerSchema.Execute(store.Connection, "PRAGMA max_page_count=20;");
        await using var ledger = await Ledger.OpenAsync(store);
        await ledger.GrantAsync("key", Of(1_000_000));
        var answered = 1L;

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () =>
        {
            while (answered < 10_000)
            {
                answered = (await ledger.ReserveAsync("key", Of(1))).Entry!.Sequence;
            }
        });

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ReserveAsync("key", Of(1)));
        Assert.Equal(answered, (await Ledger.VerifyAsync(SqliteLedgerStore.Open(folder.File))).Head.Sequence);
    }

    [Fact]
    public async Task What_cannot_be_written_grants_nothing()
    {
        var store = SqliteLedgerStore.Open(folder.File);
        await using var ledger = await Ledger.OpenAsync(store);
        LedgerSchema.Execute(store.Connection, "PRAGMA query_only=1;");

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.GrantAsync("key", Of(1)));
    }

    [Fact]
    public void A_file_that_is_something_else_is_refused_and_left_alone()
    {
        File.WriteAllText(folder.File, string.Concat(Enumerable.Repeat("no database ", 100)));
        var before = File.ReadAllBytes(folder.File);

        Assert.Contains(folder.File, Assert.Throws<LedgerFormatException>(() => SqliteLedgerStore.Open(folder.File)).Message, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        using (var other = new SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            other.Open();
            LedgerSchema.Execute(other, "CREATE TABLE song (title TEXT);");
        }

        var before = File.ReadAllBytes(folder.File);

        Assert.Throws<LedgerFormatException>(() => SqliteLedgerStore.Open(folder.File));

        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Theory]
    [InlineData("PRAGMA user_version=2;", "version 2")]
    [InlineData("PRAGMA application_id=7;", "not a ledger")]
    public async Task A_newer_version_and_another_application_are_refused(string change, string says)
    {
        await using (var store = SqliteLedgerStore.Open(folder.File))
        {
            LedgerSchema.Execute(store.Connection, change);
        }

        Assert.Contains(says, Assert.Throws<LedgerFormatException>(() => SqliteLedgerStore.Open(folder.File)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE entry;")]
    [InlineData("DROP TABLE head;")]
    public async Task A_ledger_without_its_tables_is_damaged(string change)
    {
        await using (var store = SqliteLedgerStore.Open(folder.File))
        {
            LedgerSchema.Execute(store.Connection, change);
        }

        Assert.Throws<LedgerCorruptionException>(() => SqliteLedgerStore.Open(folder.File));
    }

    [Fact]
    public async Task Damage_anywhere_in_the_file_is_refused_or_without_effect()
    {
        await using (var ledger = await Ledger.OpenAsync(SqliteLedgerStore.Open(folder.File)))
        {
            await ledger.GrantAsync("key", Of(1_000_000));
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ledger.ReserveAsync("key", Of(3))));
        }

        var (whole, random, refused) = (File.ReadAllBytes(folder.File), new Random(1), 0);
        for (var i = 0; i < 500; i++)
        {
            var damaged = i % 5 == 0 ? whole[..random.Next(1, whole.Length)] : [.. whole];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(folder.File, damaged);
            refused += await IsRefusedAsync() ? 1 : 0;
        }

        Assert.InRange(refused, 300, 500);
    }

    private static Cost Of(long amount) => Cost.Zero.With(Money, amount);

    private async Task<bool> IsRefusedAsync()
    {
        try
        {
            await using var store = SqliteLedgerStore.Open(folder.File);
            Assert.Equal(300, (await Ledger.VerifyAsync(store)).BalanceOf("key", Money).Held);
            return false;
        }
        catch (Exception exception) when (exception is LedgerCorruptionException or LedgerFormatException or LedgerUnavailableException)
        {
            return true;
        }
    }
}
