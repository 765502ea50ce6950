using System.Diagnostics;

namespace Prudence.Cli.Tests.Running;

public class StandardStreamTests
{
    [Fact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        var run = await Shell("\"$0\" \"$1\" presets | head -n 1; echo \"${PIPESTATUS[0]}\"");

        Assert.Equal("", run.Error);
        Assert.Equal("0", run.Out.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task Programs_that_share_a_file_write_one_after_the_other()
    {
        var run = await Shell("f=$(mktemp); { \"$0\" \"$1\" --version; echo between; \"$0\" \"$1\" --version; } > \"$f\"; cat \"$f\"; rm \"$f\"");
        var lines = run.Out.TrimEnd().Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Equal("between", lines[1]);
        Assert.Equal(lines[0], lines[2]);
    }

    [FullDeviceFact]
    public async Task A_full_disk_is_told_once()
    {
        var run = await Shell($"\"$0\" \"$1\" presets --json > {FullDeviceFactAttribute.Device}; echo $?");

        Assert.Equal("34\n", run.Out);
        Assert.Matches(@"\Aprudence: the output cannot be written: [^\n]+\n\z", run.Error);
    }

    private static async Task<(string Out, string Error)> Shell(string script)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", script, Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "prudence.dll")])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, await error);
    }
}
