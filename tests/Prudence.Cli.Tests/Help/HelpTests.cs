namespace Prudence.Cli.Tests.Help;

public class HelpTests
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

    [Theory]
    [InlineData("plan", "--bogus", "--help")]
    [InlineData("plan", "-?")]
    [InlineData("-h")]
    public async Task Help_is_shown_even_where_the_rest_is_wrong(params string[] arguments)
    {
        var run = await CommandLineRun.Of(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Out, StringComparison.Ordinal);
    }
}
