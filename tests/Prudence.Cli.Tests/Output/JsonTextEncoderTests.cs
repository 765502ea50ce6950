using System.Text.Encodings.Web;
using System.Text.Json;
using Prudence.Cli.Output;

namespace Prudence.Cli.Tests.Output;

public class JsonTextEncoderTests
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JsonTextEncoder.Instance };

    [Theory]
    [InlineData("wall-time (µs)", "\"wall-time (µs)\"")]
    [InlineData("did you mean 'on'? <a & b>", "\"did you mean 'on'? <a & b>\"")]
    [InlineData("say \"no\" \\ yes", "\"say \\\"no\\\" \\\\ yes\"")]
    [InlineData("a\nb\u001f", "\"a\\u000Ab\\u001F\"")]
    [InlineData("😀 ü", "\"😀 ü\"")]
    public void Escapes_what_json_requires_only(string text, string expected) => Assert.Equal(expected, JsonSerializer.Serialize(text, Options));

    [Fact]
    public void Any_text_comes_back_as_the_framework_reads_it()
    {
        var random = new Random(11);
        var relaxed = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        for (var i = 0; i < 5_000; i++)
        {
            // Every kind of character, halves of surrogate pairs among them.
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(random.Next(3) switch { 0 => 0x80, 1 => 0x800, _ => 0x10000 })));

            Assert.Equal(
                JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text, relaxed)),
                JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text, Options)));
        }
    }
}
