namespace Prudence.Cli.Tests.Commands;

public class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _prudence prudence")]
    [InlineData("zsh", "compdef _prudence prudence")]
    [InlineData("fish", "complete -c prudence")]
    public async Task Writes_a_script_for_each_shell(string shell, string line)
    {
        var run = await CommandLineRun.Of("completion", shell);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(line, run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_the_scripts_ask_is_answered()
    {
        var run = await CommandLineRun.Of("[suggest:12]", "prudence lin");

        Assert.Equal("lint\n", run.Out);
    }

    [Fact]
    public async Task Knows_only_its_shells()
    {
        var run = await CommandLineRun.Of("completion", "tcsh");

        Assert.Equal(30, run.ExitCode);
        Assert.Contains("'bash'", run.Error, StringComparison.Ordinal);
    }
}
