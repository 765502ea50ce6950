using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.Gguf;

namespace Prudence.Neural.Tests.Tokenizers.SentencePiece;

/// <summary>SentencePiece's byte pairs against the definition: join the two neighbours whose text together has the best score, until there are none.</summary>
public sealed class SentencePieceMergeTests
{
    [Fact]
    public void Merges_as_the_definition_says()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var definition = Pieces.Random(random, TokenizerModel.SentencePieceBytePair);
            var tokenizer = TokenizerFactory.Create(definition);
            for (var i = 0; i < 5; i++)
            {
                var text = Pieces.RandomText(random);
                var ids = new List<int>();
                tokenizer.Encode(text, ids);
                Assert.Equal(Naive(definition, text), ids);
            }
        }
    }

    [Fact]
    public void Bytes_stand_for_what_has_no_token()
    {
        var tokenizer = GgufTokenizer.Create(Llama());
        var ids = new List<int>();
        tokenizer.Encode("hé h", ids);
        Assert.Equal(["\u2581h", "<0xC3>", "<0xA9>", "\u2581h"], ids.Select(tokenizer.Vocabulary.TextOf));
        Assert.Equal("hé h", tokenizer.Decode([.. ids]));
    }

    [Fact]
    public void Halves_of_characters_are_held_back_while_streaming()
    {
        var tokenizer = GgufTokenizer.Create(Llama());
        var ids = new List<int>();
        tokenizer.Encode("h😀", ids);
        var stream = new StreamingDecoder(tokenizer);
        Assert.Equal(["h", "", "", "", "😀", ""], ids.Select(stream.Append).Append(stream.Finish()));
        Assert.Equal(["", "\uFFFD"], [stream.Append(ids[1]), stream.Finish()]);
    }

    [Fact]
    public void A_space_goes_in_front_of_the_text_and_behind_special_tokens()
    {
        var tokenizer = GgufTokenizer.Create(Llama());
        var (with, without) = (new List<int>(), new List<int>());
        tokenizer.Encode("<s>h", with, parseSpecial: true);
        GgufTokenizer.Create(Llama() with { AddSpacePrefix = false }).Encode("<s>h", without, parseSpecial: true);
        Assert.Equal(["<s>", "\u2581h"], with.Select(tokenizer.Vocabulary.TextOf));
        Assert.Equal(["<s>", "h"], without.Select(tokenizer.Vocabulary.TextOf));
    }

    [Fact]
    public void A_missing_byte_token_is_named()
    {
        var llama = Llama();
        var error = Assert.Throws<TokenizerException>(() => GgufTokenizer.Create(llama with { Tokens = [.. llama.Tokens.Select(static text => text == "<0x41>" ? "other" : text)] }));
        Assert.Contains("<0x41>", error.Message, StringComparison.Ordinal);
    }

    private static GgufTokenizerMetadata Llama()
    {
        string[] pieces = ["\u2581", "h", "\u2581h", "hh"];
        return new GgufTokenizerMetadata
        {
            Model = "llama",
            Tokens = ["<unk>", "<s>", "</s>", .. Enumerable.Range(0, 256).Select(static value => $"<0x{value:X2}>"), .. pieces],
            TokenTypes = [2, 3, 3, .. Enumerable.Repeat(6, 256), .. pieces.Select(static _ => 1)],
            Scores = [0, 0, 0, .. new float[256], -10, -11, -1, -2],
            UnknownId = 0,
        };
    }

    private static List<int> Naive(TokenizerDefinition definition, string text)
    {
        var symbols = Pieces.Escape(definition, text);
        while (true)
        {
            var best = Enumerable.Range(0, Math.Max(0, symbols.Count - 1)).Where(i => Pieces.Find(definition, symbols[i] + symbols[i + 1]) >= 0)
                .OrderByDescending(i => definition.Scores![Pieces.Find(definition, symbols[i] + symbols[i + 1])]).ThenBy(static i => i).FirstOrDefault(-1);
            if (best < 0)
            {
                return [.. symbols.Select(symbol => Math.Max(0, Pieces.Find(definition, symbol)))];
            }

            symbols[best] += symbols[best + 1];
            symbols.RemoveAt(best + 1);
        }
    }
}
