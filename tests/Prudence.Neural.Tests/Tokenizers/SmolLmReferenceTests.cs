using System.Buffers;
using System.Text;
using System.Text.Json;
using Prudence.Neural.Tests.Reference;
using Prudence.Neural.Tokenizers;

namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>Byte-level byte pairs against the ids of the reference implementation.</summary>
public sealed class SmolLmReferenceTests
{
    [SharedFact]
    public void All_texts_have_the_reference_ids()
    {
        var cases = Cases();
        Assert.Equal(786, cases.Count);
        Assert.All(cases, item => Assert.Equal(Ids(item, "ids"), Encode(Text(item), parseSpecial: false)));
    }

    [SharedFact]
    public void Special_tokens_are_read_when_asked_for()
    {
        var cases = Cases();
        Assert.All(cases, item => Assert.Equal(Ids(item, item.TryGetProperty("ids_special", out _) ? "ids_special" : "ids"), Encode(Text(item), parseSpecial: true)));
        Assert.True(cases.Count(static item => item.TryGetProperty("ids_special", out _)) >= 30);
    }

    [SharedFact]
    public void Decoding_gives_the_bytes_of_the_text_or_those_of_the_reference()
    {
        var lossy = 0;
        foreach (var item in Cases())
        {
            var expected = Encoding.UTF8.GetBytes(Text(item));
            if (item.TryGetProperty("decoded_bytes_hex", out var hex))
            {
                expected = Convert.FromHexString(hex.GetString()!);
                lossy++;
            }

            var written = new ArrayBufferWriter<byte>();
            SmolLm.Tokenizer.DecodeBytes(Ids(item, "ids"), written);
            Assert.Equal(expected, written.WrittenSpan.ToArray());
        }

        Assert.Equal(19, lossy);
    }

    [SharedFact]
    public void Streaming_gives_the_same_text_and_never_half_a_character()
    {
        foreach (var item in Cases())
        {
            var ids = Ids(item, "ids");
            var stream = new StreamingDecoder(SmolLm.Tokenizer);
            var parts = ids.Select(stream.Append).Append(stream.Finish()).ToList();
            Assert.Equal(SmolLm.Tokenizer.Decode(ids), string.Concat(parts));
            Assert.All(parts, part => Assert.False(part.Length > 0 && (char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1])), Text(item)));
        }
    }

    [SharedFact]
    public void Several_threads_get_the_same_ids()
    {
        var cases = Cases().Select(static item => (Text: Text(item), Ids: Ids(item, "ids"))).ToList();
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => Assert.All(cases, item => Assert.Equal(item.Ids, Encode(item.Text, parseSpecial: false))));
    }

    private static int[] Encode(string text, bool parseSpecial)
    {
        var ids = new List<int>();
        SmolLm.Tokenizer.Encode(text, ids, parseSpecial);
        return [.. ids];
    }

    private static List<JsonElement> Cases() =>
        [.. File.ReadLines(SharedFolder.At("vectors", "lm", "tokenization.jsonl")).Select(static line => JsonDocument.Parse(line).RootElement)];

    private static string Text(JsonElement item) => item.GetProperty("text").GetString()!;

    private static int[] Ids(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(static id => id.GetInt32())];
}
