using System.Text.Json;
using Prudence.Neural.Tests.Reference;
using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.WordPiece;

namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>WordPiece against the ids of the reference implementation.</summary>
public sealed class MiniLmReferenceTests
{
    private static readonly Lazy<WordPieceTokenizer> Loaded = new(static () => (WordPieceTokenizer)TokenizerFactory.Create(Definition()));

    [SharedFact]
    public void All_texts_have_the_reference_ids()
    {
        var cases = Read("tokenization");
        Assert.Equal(139, cases.Count);
        Assert.All(cases, static item =>
        {
            var ids = new List<int>();
            Loaded.Value.EncodeSentence(item.GetProperty("text").GetString()!, ids, 256);
            Assert.Equal(Ids(item, "ids"), ids);
        });
    }

    [SharedFact]
    public void Tokens_before_cutting_are_those_of_the_reference() => Assert.All(Read("tokenization"), static item =>
    {
        var ids = new List<int>();
        Loaded.Value.Encode(item.GetProperty("text").GetString()!, ids);
        Assert.Equal(item.GetProperty("n_untruncated").GetInt32(), ids.Count + 2);
        if (item.TryGetProperty("tokens", out var tokens))
        {
            Assert.Equal(tokens.EnumerateArray().Skip(1).SkipLast(1).Select(static token => token.GetString()!), ids.Select(Loaded.Value.Vocabulary.TextOf));
        }
    });

    [SharedFact]
    public void Special_tokens_are_read_when_asked_for()
    {
        var cases = Read("tokenization").Where(static item => item.TryGetProperty("ids_special", out _)).ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, static item =>
        {
            var ids = new List<int> { 101 };
            Loaded.Value.Encode(item.GetProperty("text").GetString()!, ids, parseSpecial: true);
            ids.Add(102);
            Assert.Equal(Ids(item, "ids_special"), ids);
        });
    }

    [SharedFact]
    public void Sentences_have_the_reference_ids() => Assert.All(Read("sentences"), static item =>
    {
        var ids = new List<int>();
        Loaded.Value.EncodeSentence(item.GetProperty("text").GetString()!, ids, 256);
        Assert.Equal(Ids(item, "ids"), ids);
    });

    private static TokenizerDefinition Definition()
    {
        var tokens = File.ReadAllLines(SharedFolder.At("models", "all-MiniLM-L6-v2", "vocab.txt"));
        return new TokenizerDefinition
        {
            Model = TokenizerModel.WordPiece,
            Tokens = tokens,
            Types = [.. tokens.Select(static token => token is "[PAD]" or "[UNK]" or "[CLS]" or "[SEP]" or "[MASK]" ? TokenType.Control : TokenType.Normal)],
            Markers = new MarkerIds { Begin = 101, Separator = 102, Unknown = 100, Padding = 0 },
        };
    }

    private static List<JsonElement> Read(string part) =>
        [.. JsonDocument.Parse(File.ReadAllText(SharedFolder.At("vectors", "lm", "minilm.json"))).RootElement.GetProperty(part).EnumerateArray()];

    private static int[] Ids(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(static id => id.GetInt32())];
}
