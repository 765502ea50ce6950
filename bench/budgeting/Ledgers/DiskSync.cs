using System.Diagnostics;

namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>What the disk can do: the bytes of a small commit at the end of a file, then fsync, again and again.</summary>
internal static class DiskSync
{
    private const int CommitBytes = 8192;

    public static double Rate(string parent, TimeSpan time)
    {
        using var folder = new TemporaryFolder(parent);
        using var file = File.OpenHandle(Path.Combine(folder.Path, "sync"), FileMode.CreateNew, FileAccess.Write);
        var (bytes, count, start) = (new byte[CommitBytes], 0L, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            RandomAccess.Write(file, bytes, count++ * CommitBytes);
            RandomAccess.FlushToDisk(file);
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
