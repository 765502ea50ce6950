namespace Prudence.Budgeting.Crash.Tests.Worker;

/// <summary>
/// What runs when the tests start themselves as a program: a process that works on a ledger, reports each answer on standard output, and may be
/// killed at any moment. It ends with 0 when its work is done and with 3 when the ledger is unavailable.
/// </summary>
internal static class Program
{
    private const int Unavailable = 3;

    /// <summary>Arguments: script PLACE SCHEMA VISIT, or traffic PLACE SCHEMA NAME.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        var site = new LedgerSite(arguments[1], arguments[2]);
        try
        {
            // On the thread pool from the start, so that with a pool of one thread all system calls come from that one.
            await Task.Run(() => arguments[0] == "traffic"
                ? Traffic.RunAsync(site, arguments[3])
                : RunScriptAsync(site, int.Parse(arguments[3], null)));
            return 0;
        }
        catch (LedgerUnavailableException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Unavailable;
        }
    }

    private static async Task RunScriptAsync(LedgerSite site, int visit)
    {
        await using var ledger = await Ledger.OpenAsync(new SuicidalLedgerStore(await site.OpenAsync(), visit));
        await Script.RunAsync(ledger, site, Answer.Report);
    }
}
