namespace Prudence.Budgeting.Crash.Tests.Worker;

/// <summary>Callers that reserve, take their time, charge very little, and begin anew until standard input ends. Together they want more than there is.</summary>
internal static class Traffic
{
    public const string Scope = "team";
    public const string Key = "team/key";
    public const long Granted = 300 * Cent;
    public const long Worst = 10 * Cent;

    public static readonly TimeSpan HoldFor = TimeSpan.FromSeconds(2);

    private const long Cent = 10_000_000;
    private const int Callers = 8;

    public static async Task RunAsync(LedgerSite site, string name)
    {
        await using var ledger = await Ledger.OpenAsync(await site.OpenAsync());
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(caller => CallAsync(ledger, $"{name}/{caller}", stop.Token)).ToList();
        await Console.In.ReadToEndAsync();
        await stop.CancelAsync();
        await Task.WhenAll(callers);
    }

    private static async Task CallAsync(Ledger ledger, string name, CancellationToken stop)
    {
        for (var call = 0; !stop.IsCancellationRequested; call++)
        {
            var hold = await ledger.ReserveAsync(Key, Script.Of(Worst), "call", HoldFor, $"{name}/{call}/reserve", CancellationToken.None);
            if (hold.IsAccepted)
            {
                Answer.Report(hold.Entry);
            }

            // As long as a call takes that is paid for, or until others have settled theirs.
            await Task.Delay(TimeSpan.FromMilliseconds(30), CancellationToken.None);
            if (hold.IsAccepted)
            {
                var settled = await ledger.SettleAsync(hold.HoldId, Script.Of(1 + (call % 1000)), "", $"{name}/{call}/settle", CancellationToken.None);
                Answer.Report(settled.Entry!);
            }
        }
    }
}
