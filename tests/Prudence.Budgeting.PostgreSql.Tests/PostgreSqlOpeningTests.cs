using Npgsql;
using Prudence.Budgeting.PostgreSql.Tests.Server;

namespace Prudence.Budgeting.PostgreSql.Tests;

/// <summary>What is opened, what is refused, and what the refusals say.</summary>
[Collection(SharedServer.Name)]
public sealed class PostgreSqlOpeningTests(PostgreSqlServer server)
{
    private static readonly Resource Money = new("money", "n$");
    private static readonly Cost One = Cost.Zero.With(Money, 1);

    private readonly string schema = server.NewSchema();

    [Theory]
    [InlineData("")]
    [InlineData("Ledger")]
    [InlineData("7ledger")]
    [InlineData("pg_ledger")]
    [InlineData("led ger")]
    [InlineData("ledger\n")]
    [InlineData("lédger")]
    [InlineData("a\"; DROP SCHEMA public; --")]
    [InlineData("a';DROP SCHEMA public;--")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_name_that_is_not_plain_names_no_schema(string name)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, name));

        Assert.Contains("a to z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledgers_of_one_database_do_not_know_of_each_other()
    {
        await using var one = await OpenAsync("user");
        await using var other = await OpenAsync("select");
        await one.GrantAsync("key", One);

        Assert.Equal((1, 0), ((await one.HeadAsync()).Sequence, (await other.HeadAsync()).Sequence));
    }

    [Fact]
    public async Task Of_many_that_open_a_new_ledger_at_once_all_find_the_same()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync(schema))));
        await Task.WhenAll(ledgers.Select(ledger => ledger.GrantAsync("key", One)));

        foreach (var ledger in ledgers)
        {
            Assert.Equal(8, (await ledger.BalanceAsync("key", Money)).Granted);
            await ledger.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_user_who_may_not_create_schemas_uses_one_that_was_made_for_him()
    {
        await server.ExecuteAsync($"CREATE ROLE clerk LOGIN PASSWORD 'x'; CREATE SCHEMA {schema} AUTHORIZATION clerk");
        var clerk = As("clerk", "x");

        await using (var ledger = await Ledger.OpenAsync(await PostgreSqlLedgerStore.OpenAsync(clerk, schema)))
        {
            Assert.True((await ledger.GrantAsync("key", One)).IsAccepted);
        }

        var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => PostgreSqlLedgerStore.OpenAsync(clerk, server.NewSchema()));
        Assert.Contains("permission denied", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_only_add_can_use_a_ledger_and_change_nothing_in_it()
    {
        await (await OpenAsync(schema)).DisposeAsync();
        await server.ExecuteAsync($"""
            CREATE ROLE teller LOGIN PASSWORD 'x';
            GRANT USAGE ON SCHEMA {schema} TO teller;
            GRANT SELECT ON {schema}.format, {schema}.entry, {schema}.head TO teller;
            GRANT INSERT ON {schema}.entry TO teller;
            GRANT UPDATE ON {schema}.head TO teller
            """);

        await using var ledger = await Ledger.OpenAsync(await PostgreSqlLedgerStore.OpenAsync(As("teller", "x"), schema));

        Assert.True((await ledger.GrantAsync("key", One)).IsAccepted);
        Assert.False(await server.AskAsync<bool>($"SELECT has_table_privilege('teller', '{schema}.entry', 'UPDATE, DELETE, TRUNCATE')"));
    }

    [Fact]
    public async Task Another_programs_schema_is_refused_and_left_alone()
    {
        await server.ExecuteAsync($"CREATE SCHEMA {schema}; CREATE TABLE {schema}.song (title text)");

        Assert.Contains(schema, (await Assert.ThrowsAsync<LedgerFormatException>(() => OpenAsync(schema))).Message, StringComparison.Ordinal);

        Assert.Equal(1, await server.AskAsync<long>($"SELECT count(*) FROM pg_tables WHERE schemaname = '{schema}'"));
    }

    [Theory]
    [InlineData("UPDATE {0}.format SET version = 2", "version 2")]
    [InlineData("DELETE FROM {0}.format", "which version")]
    public async Task A_newer_version_and_none_are_refused(string change, string says)
    {
        await (await OpenAsync(schema)).DisposeAsync();
        await server.ExecuteAsync(string.Format(null, change, schema));

        Assert.Contains(says, (await Assert.ThrowsAsync<LedgerFormatException>(() => OpenAsync(schema))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_no_changes_is_refused_at_once()
    {
        var readOnly = server.ConnectionString + ";Options=-c default_transaction_read_only=on";

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => PostgreSqlLedgerStore.OpenAsync(readOnly, schema));

        Assert.Contains("primary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_keep_what_it_says_is_refused()
    {
        await SetFsyncAsync("off");
        try
        {
            Assert.Contains("fsync", (await Assert.ThrowsAsync<LedgerUnavailableException>(() => OpenAsync(schema))).Message, StringComparison.Ordinal);
        }
        finally
        {
            await SetFsyncAsync("on");
        }
    }

    [Fact]
    public async Task No_message_has_a_password_in_it()
    {
        string[] wrong =
        [
            As("prudence", "hunter2;no"),
            $"Host=127.0.0.1;Port=1;Username=prudence;Password='hunter2;no'",
            "Host=127.0.0.1;Username=prudence;Password=hunter2;no",
            "Host=127.0.0.1;Port=hunter2;no",
            "Host=127.0.0.1;Password='hunter2;no",
            "postgresql://prudence:hunter2;no@127.0.0.1/ledger",
        ];

        foreach (var connectionString in wrong)
        {
            var error = await Record.ExceptionAsync(() => PostgreSqlLedgerStore.OpenAsync(connectionString, schema));

            Assert.True(error is LedgerUnavailableException or ArgumentException, $"{error}");
            Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("'no'", error.ToString(), StringComparison.Ordinal);
        }
    }

    private async Task<Ledger> OpenAsync(string name) => await Ledger.OpenAsync(await PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, name));

    private string As(string user, string password) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = user, Password = password }.ToString();

    private async Task SetFsyncAsync(string value)
    {
        await server.ExecuteAsync($"ALTER SYSTEM SET fsync = {value}");
        await server.ExecuteAsync("SELECT pg_reload_conf()");
        while (await server.AskAsync<string>("SHOW fsync") != value)
        {
            // The server reads its settings when it comes to it.
        }
    }
}
