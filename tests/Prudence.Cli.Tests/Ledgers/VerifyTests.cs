using Microsoft.Data.Sqlite;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class VerifyTests : IDisposable
{
    private readonly LedgerFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_sound_ledger_gives_its_head_which_stays_in_it()
    {
        await file.WithSampleAsync();
        var first = await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path, "--json");
        var head = $"{first.Json.GetProperty("hash").GetString()}@{first.Json.GetProperty("entries").GetInt64()}";
        await using (var ledger = await file.OpenAsync())
        {
            await ledger.GrantAsync("acme", LedgerFile.Dollars("$1"));
        }

        var later = await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path, "--head", head);

        Assert.Equal("sound", first.Json.GetProperty("outcome").GetString());
        Assert.Equal(ExitCode.Success, later.ExitCode);
        Assert.Contains("is sound: 14 entries checked in", later.Out, StringComparison.Ordinal);
        Assert.Contains("the head of entry 13 that you kept is in it", later.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_of_another_ledger_or_of_a_longer_one_is_not_in_it()
    {
        await file.WithSampleAsync();
        var other = new string('a', 64);

        var rewritten = await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path, "--head", $"{other}@3");
        var cut = await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path, "--head", $"{other}@99");

        Assert.Equal(ExitCode.DamagedLedger, rewritten.ExitCode);
        Assert.Contains("the ledger was written anew since, or is another one", rewritten.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.DamagedLedger, cut.ExitCode);
        Assert.Contains("an end at entry 13", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_of_damage_is_told()
    {
        await file.WithSampleAsync();
        using (var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE entry SET record = CAST(substr(record, 1, 40) || x'58' || substr(record, 42) AS BLOB) WHERE sequence = 5;";
            command.ExecuteNonQuery();
        }

        var text = await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path);
        var json = await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path, "--json");
        var show = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path);
        var export = await CommandLineRun.Of("ledger", "export", "--ledger", file.Path, "--format", "csv", "--out", file["all.csv"]);

        Assert.Equal((ExitCode.DamagedLedger, ExitCode.DamagedLedger, ExitCode.DamagedLedger, ExitCode.DamagedLedger), (text.ExitCode, json.ExitCode, show.ExitCode, export.ExitCode));
        Assert.Contains("is damaged at entry 5: hash of the record\n  expected  ", text.Error, StringComparison.Ordinal);
        Assert.Equal(5, json.Json.GetProperty("sequence").GetInt64());
        Assert.False(File.Exists(file["all.csv"]));
    }

    [Theory]
    [InlineData("1204")]
    [InlineData("abc@1")]
    [InlineData("@")]
    public async Task A_head_that_is_none_is_explained(string head)
    {
        await file.WithSampleAsync();

        Assert.Equal(ExitCode.BadCommandLine, (await CommandLineRun.Of("ledger", "verify", "--ledger", file.Path, "--head", head)).ExitCode);
    }
}
