using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Running;

public class ErrorBoundaryTests
{
    [Fact]
    public async Task A_bug_is_one_line_and_a_code_of_its_own()
    {
        var (exitCode, error) = await Run(new InvalidOperationException("the impossible happened"));

        Assert.Equal(ExitCode.Bug, exitCode);
        Assert.StartsWith("prudence: internal error: InvalidOperationException: the impossible happened\n", error, StringComparison.Ordinal);
        Assert.Contains("--verbose", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_details_come_with_verbose()
    {
        var (_, error) = await Run(new InvalidOperationException("the impossible happened"), verbose: true);

        Assert.Contains("   at ", error, StringComparison.Ordinal);
    }

    public static TheoryData<Exception, int> Endings => new()
    {
        { new RunStoppedException(StopReason.Time), 21 },
        { new RunStoppedException(StopReason.Memory), 22 },
        { new RunStoppedException(StopReason.Expansions), 20 },
        { new RunStoppedException(StopReason.Cancelled), 23 },
        { new OperationCanceledException(), 23 },
        { new InsufficientMemoryException(), 22 },
        { new IOException("disk full"), 31 },
        { new UserErrorException(33, "no such search"), 33 },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Every_ending_has_its_code(Exception ending, int expected) => Assert.Equal(expected, (await Run(ending)).ExitCode);

    private static async Task<(int ExitCode, string Error)> Run(Exception exception, bool verbose = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var boundary = new ErrorBoundary(new Terminal(output, error), json: false, verbose);
        var exitCode = await boundary.RunAsync(() => throw exception);
        return (exitCode, error.ToString());
    }
}
