using System.Text;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Running;

public class InputFileTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    public void Reads_text_in_any_encoding_that_says_so(string name, bool hasMark)
    {
        const string text = "(define (ü) 😀)\n";
        var encoding = Encoding.GetEncoding(name);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["text"], [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        Assert.Equal(text, InputFile.Read(folder["text"]));
    }
}
