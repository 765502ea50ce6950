using Prudence.Cli.Running;

namespace Prudence.Cli.Tests;

public class CommandLineTests
{
    [Fact]
    public async Task Without_a_command_it_shows_what_there_is()
    {
        var run = await CommandLineRun.Of();

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("lint", run.Out, StringComparison.Ordinal);
        Assert.Contains("completion", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_its_version()
    {
        var run = await CommandLineRun.Of("--version");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }

    [Theory]
    [InlineData("did you mean 'lint'?", "lnit")]
    [InlineData("did you mean '--strict'?", "lint", "x.pddl", "--strct")]
    [InlineData("did you mean '--version'?", "--verison")]
    [InlineData("Required argument 'DOMAIN' missing", "lint")]
    [InlineData("see: prudence lint --help", "lint")]
    [InlineData("Unknown option '--bogus'", "lint", "--bogus")]
    public async Task A_slip_on_the_command_line_is_explained(string message, params string[] arguments)
    {
        var run = await CommandLineRun.Of(arguments);

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Under_json_errors_are_one_object_too()
    {
        var run = await CommandLineRun.Of("lint", "no-such-file.pddl", "--json");

        Assert.Equal(ExitCode.UnreadableFile, run.ExitCode);
        Assert.Equal("error", run.Json.GetProperty("outcome").GetString());
        Assert.Equal(31, run.Json.GetProperty("exitCode").GetInt32());
        Assert.Contains("no-such-file.pddl", run.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_file_is_found_again()
    {
        using var folder = new TemporaryFolder();
        folder.Write("domain.pddl", "");
        var run = await CommandLineRun.Of("lint", folder["domian.pddl"]);

        Assert.Equal(ExitCode.UnreadableFile, run.ExitCode);
        Assert.Contains($"did you mean '{folder["domain.pddl"]}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_not_a_file()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLineRun.Of("lint", folder["."]);

        Assert.Equal(ExitCode.UnreadableFile, run.ExitCode);
        Assert.Contains("it is a folder", run.Error, StringComparison.Ordinal);
    }
}
