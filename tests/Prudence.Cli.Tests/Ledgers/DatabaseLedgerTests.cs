using Npgsql;
using Prudence.Budgeting.PostgreSql.Tests.Server;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class DatabaseLedgerTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [PostgreSqlFact]
    public async Task A_ledger_in_a_database_is_made_shown_checked_and_exported()
    {
        var place = Address(PostgreSqlServer.Password);

        var missing = await CommandLineRun.Of("ledger", "grant", "acme", "$5", "--ledger", place);
        var granted = await CommandLineRun.Of("ledger", "grant", "acme", "$5", "--ledger", place, "--create");
        var shown = await CommandLineRun.Of("ledger", "show", "--ledger", place);
        var verified = await CommandLineRun.Of("ledger", "verify", "--ledger", place);
        var exported = await CommandLineRun.Of("ledger", "export", "--format", "csv", "--ledger", place);

        Assert.Equal((ExitCode.UnreadableFile, 0, 0, 0, 0), (missing.ExitCode, granted.ExitCode, shown.ExitCode, verified.ExitCode, exported.ExitCode));
        Assert.Contains("$5.00", shown.Out, StringComparison.Ordinal);
        Assert.Contains(" is sound: 1 entr", verified.Out, StringComparison.Ordinal);
        Assert.Equal(2, exported.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(new[] { missing, granted, shown, verified, exported }, static run => Assert.DoesNotContain("a secret", run.Out + run.Error, StringComparison.Ordinal));
    }

    [PostgreSqlFact]
    public async Task A_wrong_password_is_told_and_not_shown()
    {
        var run = await CommandLineRun.Of("ledger", "show", "--ledger", Address("hunter2"));

        Assert.Equal(ExitCode.UnreadableFile, run.ExitCode);
        Assert.Contains("cannot be opened for reading", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://prudence:hunter2@127.0.0.1:5433/costs?schema=acme&sslmode=verify-full", "postgresql://prudence@127.0.0.1:5433/costs", "acme")]
    [InlineData("postgres://db.example.org/costs", "postgresql://db.example.org/costs", "prudence_ledger")]
    [InlineData("postgresql://a%20b:x%3By@[::1]/c%20d", "postgresql://a%20b@[::1]/c%20d", "prudence_ledger")]
    public void An_address_is_read_and_shown_without_its_password(string address, string shown, string schema)
    {
        var ledger = Assert.IsType<DatabaseLedger>(LedgerLocation.Parse(address));

        Assert.Equal((shown, schema), (ledger.Name, ledger.Schema));
        var connection = new NpgsqlConnectionStringBuilder(ledger.Connection);
        Assert.Equal(Uri.UnescapeDataString(new Uri(address).AbsolutePath[1..]), connection.Database);
        Assert.Equal(address.Contains("x%3By", StringComparison.Ordinal) ? "x;y" : address.Contains("hunter2", StringComparison.Ordinal) ? "hunter2" : null, connection.Password);
        Assert.Equal(address.Contains("verify-full", StringComparison.Ordinal) ? SslMode.VerifyFull : SslMode.Prefer, connection.SslMode);
    }

    [Theory]
    [InlineData("postgresql:///costs")]
    [InlineData("postgresql://prudence:hunter2@127.0.0.1")]
    [InlineData("postgresql://prudence:hunter2@127.0.0.1/costs?password=hunter2")]
    [InlineData("postgresql://prudence:hunter2@127.0.0.1/costs?schema=a;drop")]
    public async Task An_address_that_cannot_be_is_explained_without_its_password(string address)
    {
        var run = await CommandLineRun.Of("ledger", "show", "--ledger", address);

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.DoesNotContain("hunter2", run.Out + run.Error, StringComparison.Ordinal);
    }

    private string Address(string password)
    {
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        return $"postgresql://prudence:{Uri.EscapeDataString(password)}@{connection.Host}:{connection.Port}/{connection.Database}?schema=costs";
    }
}
