using Prudence.Budgeting.Crash.Tests.Worker;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>Starts a worker so that chosen system calls kill it, or fail.</summary>
internal static class Strace
{
    /// <summary>Why tests that need it are skipped; null if they are not.</summary>
    public static string? WhySkip { get; } = Programs.Run("strace", "-o", "/dev/null", "true") is (not 0, var why)
        ? $"needs strace, with leave to trace its children (Debian package strace): {why.Trim()}"
        : null;

    /// <summary>Kills the worker on its way into a system call.</summary>
    /// <param name="site">The ledger. Only calls that concern its files count, or all where it is on a server.</param>
    /// <param name="calls">The names of the calls, with commas.</param>
    /// <param name="number">At which call of a name, from 1.</param>
    public static string[] Kill(LedgerSite site, string calls, int number) => Command(site, calls, $"signal=SIGKILL:when={number}");

    /// <summary>Has a system call and all later ones of that name do nothing and give an error.</summary>
    /// <param name="site">The ledger, in a file.</param>
    /// <param name="calls">The names of the calls, with commas.</param>
    /// <param name="error">The name of the error.</param>
    /// <param name="number">From which call of a name on, from 1.</param>
    public static string[] Fail(LedgerSite site, string calls, string error, int number) => Command(site, calls, $"error={error}:when={number}+");

    private static string[] Command(LedgerSite site, string calls, string fault)
    {
        IEnumerable<string> paths = site.IsFile
            ? [site.Place, site.Place + "-wal", site.Place + "-shm", site.Place + "-journal", Path.GetDirectoryName(site.Place)!]
            : [];
        return ["strace", "-f", "-qq", "-o", "/dev/null", .. paths.SelectMany(static path => (string[])["-P", path]), "-e", $"trace={calls}", "-e", $"inject={calls}:{fault}"];
    }
}
