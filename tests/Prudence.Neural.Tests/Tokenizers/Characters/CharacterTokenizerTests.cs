using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.Characters;

namespace Prudence.Neural.Tests.Tokenizers.Characters;

public sealed class CharacterTokenizerTests
{
    [Fact]
    public void Characters_are_numbered_in_their_order()
    {
        var ids = new List<int>();
        var tokenizer = CharacterTokenizer.FromText("banana😀");
        tokenizer.Encode("nab😀", ids);
        Assert.Equal([2, 0, 1, 3], ids);
        Assert.Equal(4, tokenizer.VocabularySize);
    }

    [Fact]
    public void Every_text_of_known_characters_comes_back() => Prop.ForAll(Texts.Of("a", "b", "\n", "é", "😀"), static text =>
    {
        var ids = new List<int>();
        var tokenizer = CharacterTokenizer.FromText("ab\né😀");
        tokenizer.Encode(text, ids);
        Assert.Equal(text.EnumerateRunes().Count(), ids.Count);
        Assert.Equal(text, tokenizer.Decode([.. ids]));
    }).Check(Texts.Seeded.WithMaxTest(300));

    [Fact]
    public void An_unknown_character_is_named() =>
        Assert.Contains("'é' (U+00E9)", Assert.Throws<TokenizerException>(static () => CharacterTokenizer.FromText("abc").Encode("aé", new List<int>())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_character_twice_and_no_character_at_all_are_refused()
    {
        Assert.Throws<TokenizerException>(static () => new CharacterTokenizer([new Rune('a'), new Rune('a')]));
        Assert.Throws<TokenizerException>(static () => CharacterTokenizer.FromText(""));
    }
}
