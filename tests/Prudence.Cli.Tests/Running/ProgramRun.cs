using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Prudence.Cli.Tests.Running;

/// <summary>The built program as a process of its own, with its output in pipes.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;

    private ProgramRun(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
    }

    public static ProgramRun Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "prudence.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ProgramRun(Process.Start(start)!);
    }

    /// <summary>Reads messages until one begins so. The program is then surely at that place.</summary>
    public async Task<string> WaitForMessage(string beginning)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The program ended without saying '{beginning}'.");
    }

    /// <summary>Sends a signal by its number.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<(int ExitCode, JsonElement Json)> End()
    {
        await process.StandardError.ReadToEndAsync();
        var text = await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, JsonDocument.Parse(text).RootElement);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
