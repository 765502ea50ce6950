using System.Diagnostics;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>Runs programs of the system.</summary>
internal static class Programs
{
    /// <summary>Runs one to its end.</summary>
    /// <returns>Its exit code and what it said; a code of -1 if there is no such program.</returns>
    public static (int Code, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, errors + output.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }

    /// <summary>Runs one that must succeed.</summary>
    public static void MustRun(string program, params string[] arguments)
    {
        var (code, output) = Run(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}: {output}");
    }
}
