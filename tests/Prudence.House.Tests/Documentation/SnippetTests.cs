namespace Prudence.House.Tests.Documentation;

/// <summary>Code in the documents is code of the samples, which is compiled and run.</summary>
public sealed class SnippetTests
{
    [Fact]
    public void Every_snippet_stands_in_a_sample()
    {
        var samples = RepositoryFiles.Below("samples", ".cs").Select(file => Text(File.ReadLines(file))).ToList();
        var snippets = MarkdownFiles.All.SelectMany(file => MarkdownFiles.Blocks(file, "csharp").Select(block => (File: RepositoryFiles.Name(file), Text: Text(block)))).ToList();
        Assert.Contains(snippets, snippet => snippet.File == "README.md");
        Assert.All(snippets, snippet => Assert.True(
            samples.Any(sample => sample.Contains(snippet.Text, StringComparison.Ordinal)), $"{snippet.File} shows code that no sample has:{snippet.Text}"));
    }

    private static string Text(IEnumerable<string> lines) => "\n" + string.Join('\n', lines.Select(line => line.Trim())) + "\n";
}
