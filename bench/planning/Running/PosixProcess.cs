using System.Runtime.InteropServices;

namespace Prudence.Bench.Planning.Running;

/// <summary>The two POSIX calls that the framework does not offer.</summary>
internal static partial class PosixProcess
{
    private const int Interrupt = 2;
    private const int Children = -1;

    /// <summary>CPU seconds of all children this process has waited for, with their waited-for descendants.</summary>
    public static unsafe double SecondsOfEndedChildren()
    {
        // struct rusage: two pairs (seconds, microseconds) come first; 16 longs in all on 64-bit Linux, with room to spare.
        var usage = stackalloc long[32];
        return GetUsage(Children, usage) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : 0;
    }

    /// <summary>Asks processes to end, as Ctrl-C would, so that they can report what they have found.</summary>
    public static void InterruptAll(IEnumerable<int> processes)
    {
        foreach (var process in processes)
        {
            _ = Kill(process, Interrupt);
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static unsafe partial int GetUsage(int who, long* usage);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
