using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.Gguf;
using Prudence.Neural.Tokenizers.WordPiece;

namespace Prudence.Neural.Tests.Tokenizers.WordPiece;

public sealed class WordPieceTests
{
    private static readonly string[] Tokens = ["[UNK]", "[CLS]", "[SEP]", "b", "h", "p", "##g", "##n", "##s", "##u", "##gs", "hu", "hug", "!", "É", "e"];

    [Theory]
    [InlineData("hugs", "hug ##s")]
    [InlineData("bugs", "b ##u ##gs")]
    [InlineData("mug HUG!", "[UNK] hug !")]
    [InlineData("é\u0301 [SEP]", "e [UNK] [UNK] [UNK]")]
    public void The_longest_tokens_are_taken_from_left_to_right(string text, string tokens) => Assert.Equal(tokens, Encode(Definition(), text));

    [Fact]
    public void With_case_letters_stay_as_they_are() => Assert.Equal("É [UNK] hug", Encode(Definition() with { Uncased = false }, "É HUG hug"));

    [Fact]
    public void A_sentence_is_cut_to_its_length()
    {
        var ids = new List<int>();
        Create(Definition()).EncodeSentence("hug hug hug", ids, 4);
        Assert.Equal([1, 12, 12, 2], ids);
    }

    [Fact]
    public void Decoding_puts_words_together()
    {
        var ids = new List<int>();
        var tokenizer = Create(Definition());
        tokenizer.Encode("bugs hug!", ids);
        Assert.Equal("bugs hug !", tokenizer.Decode([.. ids]));
    }

    [Fact]
    public void Model_files_mark_the_begins_of_words_instead()
    {
        string[] tokens = [.. Tokens.Select(static text => text[0] == '[' ? text : text.StartsWith("##", StringComparison.Ordinal) ? text[2..] : "\u2581" + text)];
        var tokenizer = GgufTokenizer.Create(new GgufTokenizerMetadata { Model = "bert", Tokens = tokens, UnknownId = 0 });
        var ids = new List<int>();
        tokenizer.Encode("bugs", ids);
        Assert.Equal([3, 9, 10], ids);
    }

    private static string Encode(TokenizerDefinition definition, string text)
    {
        var ids = new List<int>();
        Create(definition).Encode(text, ids);
        return string.Join(' ', ids.Select(id => Tokens[id]));
    }

    private static WordPieceTokenizer Create(TokenizerDefinition definition) => (WordPieceTokenizer)TokenizerFactory.Create(definition);

    private static TokenizerDefinition Definition() => new()
    {
        Model = TokenizerModel.WordPiece,
        Tokens = Tokens,
        Types = [.. Tokens.Select(static text => text[0] == '[' ? TokenType.Control : TokenType.Normal)],
        Markers = new MarkerIds { Unknown = 0, Begin = 1, Separator = 2 },
    };
}
