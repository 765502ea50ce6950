using System.Text.Json;
using Prudence.Budgeting;
using Prudence.Cli.Commands.Ledgers;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class TailTests : IDisposable
{
    private readonly LedgerFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task The_last_entries_are_shown_one_a_line()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "tail", "--ledger", file.Path, "--lines", "3");

        Assert.Equal(
            [
                "      11  2026-03-01T01:00:02.000Z  reserve  acme/agents  $3.00  for plan",
                "      12  2026-03-01T01:00:02.000Z  grant    acme/agents  $10.00 per day (Europe/Berlin)",
                "      13  2026-03-01T01:00:02.000Z  adjust   acme/search  credit of $0.001  for refund",
            ],
            run.Out.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Entries_of_one_scope_are_looked_for_as_far_back_as_need_be()
    {
        await file.WithSampleAsync();
        await using (var ledger = await file.OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 3000).Select(_ => ledger.GrantAsync("other", LedgerFile.Dollars("$1"))));
        }

        var run = await CommandLineRun.Of("ledger", "tail", "--ledger", file.Path, "--scope", "acme/search", "-n", "3", "--json");

        Assert.Equal([5, 6, 13], run.Out.TrimEnd('\n').Split('\n').Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public async Task New_entries_follow_until_it_is_interrupted()
    {
        await file.WithSampleAsync();
        using var output = new StringWriter { NewLine = "\n" };
        using var stop = new CancellationTokenSource();
        var clock = new Prudence.Budgeting.Tests.FakeTimeProvider();
        var tail = new TailHandler(new Terminal(output, TextWriter.Null), json: false, clock).RunAsync(LedgerLocation.Parse(file.Path), null, lines: 0, follow: true, stop.Token);
        await using (var ledger = await file.OpenAsync())
        {
            await ledger.GrantAsync("late", LedgerFile.Dollars("$7"));
        }

        while (!output.ToString().Contains("grant    late  $7.00", StringComparison.Ordinal))
        {
            clock.Advance(TailHandler.Interval);
            await Task.Yield();
        }

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Success, await tail);
        Assert.Single(output.ToString().TrimEnd('\n').Split('\n'));
    }
}
