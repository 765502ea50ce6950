namespace Prudence.Cli.Tests.Help;

public class ExamplesHelpTests
{
    public static TheoryData<string> Commands => ["plan", "ground", "validate", "lint", "completion"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_teaches_by_example(string command)
    {
        var run = await CommandLineRun.Of(command, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        Assert.Contains($"  prudence {command} ", run.Out, StringComparison.Ordinal);
    }
}
