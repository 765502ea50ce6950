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

    [Theory]
    [InlineData("./bin/prudence lin", 18, "lint\n")]
    [InlineData("prudence plan d.pddl --expl", 27, "--explain\n")]
    [InlineData("prudence val d.pddl", 12, "validate\n")]
    public async Task It_does_not_matter_how_the_program_was_called_or_where_the_cursor_stands(string line, int position, string answer)
    {
        var run = await CommandLineRun.Of($"[suggest:{position}]", line);

        Assert.Equal(answer, run.Out);
    }

    [Theory]
    [InlineData("[suggest:]")]
    [InlineData("[suggest:-1]")]
    [InlineData("[suggest]")]
    public async Task A_damaged_question_is_a_bad_command_line(string question)
    {
        var run = await CommandLineRun.Of(question, "prudence lin");

        Assert.Equal(30, run.ExitCode);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Knows_only_its_shells()
    {
        var run = await CommandLineRun.Of("completion", "tcsh");

        Assert.Equal(30, run.ExitCode);
        Assert.Contains("'bash'", run.Error, StringComparison.Ordinal);
    }
}
