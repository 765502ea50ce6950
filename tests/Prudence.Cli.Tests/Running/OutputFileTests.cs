using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Running;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Takes_the_place_of_what_was_there()
    {
        var file = folder.Write("plan", "a longer text than the new one");
        OutputFile.Write(file, "new");

        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal([file], folder.Files());
    }

    [Fact]
    public void Leaves_what_was_there_if_the_content_fails()
    {
        var file = folder.Write("plan", "old");

        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(file, writer =>
        {
            writer.Write("half");
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], folder.Files());
    }

    [Fact]
    public void Says_why_it_cannot_be_written()
    {
        var missing = Path.Combine(folder["missing"], "plan");

        Assert.Contains("does not exist", Assert.Throws<UserErrorException>(() => OutputFile.Check(missing)).Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UnwritableFile, Assert.Throws<UserErrorException>(() => OutputFile.Write(missing, "")).ExitCode);
        Assert.Contains("is a folder", Assert.Throws<UserErrorException>(() => OutputFile.Check(folder["."])).Message, StringComparison.Ordinal);
    }
}
