using System.Diagnostics;
using System.Globalization;

namespace Prudence.Bench.Planning.Running;

/// <summary>
/// Runs a program under limits on the CPU time and memory of its whole process tree. A planner that is several processes
/// (a translator, then a search) is thus measured like one that is a single process.
/// </summary>
internal static class LimitedProcess
{
    private const string Taskset = "/usr/bin/taskset";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public static async Task<ChildRun> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string directory,
        ResourceLimits limits,
        CancellationToken cancellation)
    {
        var secondsBefore = PosixProcess.SecondsOfEndedChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(Command(program, arguments, directory, limits.Core))
            ?? throw new InvalidOperationException($"{program} could not be started");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);

        var (stoppedBy, polledSeconds, peakBytes) = await WatchAsync(process, clock, limits, cancellation);
        if (stoppedBy is not null)
        {
            await StopAsync(process);
        }

        await Task.WhenAll(output, errors);
        await process.WaitForExitAsync(CancellationToken.None);
        clock.Stop();
        cancellation.ThrowIfCancellationRequested();
        var seconds = Math.Max(polledSeconds, PosixProcess.SecondsOfEndedChildren() - secondsBefore);
        return new ChildRun(process.ExitCode, await output, await errors, clock.Elapsed.TotalSeconds, seconds, peakBytes, stoppedBy);
    }

    private static async Task<(string? StoppedBy, double Seconds, long PeakBytes)> WatchAsync(
        Process process,
        Stopwatch clock,
        ResourceLimits limits,
        CancellationToken cancellation)
    {
        var (seconds, peak) = (0.0, 0L);
        var exit = process.WaitForExitAsync(CancellationToken.None);
        while (!exit.IsCompleted)
        {
            var (cpu, bytes) = ProcessTree.Measure(process.Id);
            (seconds, peak) = (Math.Max(seconds, cpu), Math.Max(peak, bytes));
            if (bytes > limits.MemoryBytes)
            {
                return ("memory", seconds, peak);
            }

            if (cpu >= limits.CpuSeconds || clock.Elapsed > limits.WallLimit)
            {
                return ("time", seconds, peak);
            }

            if (cancellation.IsCancellationRequested)
            {
                return ("cancelled", seconds, peak);
            }

            await Task.WhenAny(exit, Task.Delay(PollInterval, CancellationToken.None));
        }

        return (null, seconds, peak);
    }

    /// <summary>Interrupts the tree, and ends it by force where it does not follow in time.</summary>
    private static async Task StopAsync(Process process)
    {
        PosixProcess.InterruptAll(ProcessTree.Members(process.Id));
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Command(string program, IReadOnlyList<string> arguments, string directory, int? core)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (core is { } number && File.Exists(Taskset))
        {
            start.FileName = Taskset;
            start.ArgumentList.Add("--cpu-list");
            start.ArgumentList.Add(number.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
