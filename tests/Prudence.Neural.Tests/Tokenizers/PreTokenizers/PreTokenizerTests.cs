using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.PreTokenizers;

namespace Prudence.Neural.Tests.Tokenizers.PreTokenizers;

/// <summary>The hand-written rules against the regular expressions that define them.</summary>
public sealed class PreTokenizerTests
{
    private const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private const string Gpt4 = @"'[sSſ]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD]|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private static readonly string[] Pieces =
    [
        "a", "B", "s", "S", "t", "ll", "re", "VE", "d", "m", "ſ", "é", "中", "e\u0301", "1", "22", "٣", "Ⅷ", "½", " ", "  ", "\t", "\n", "\r\n", "\u00A0", "\u3000", "\u2028", "\u0085",
        "\u001C", "\u200B", "'", "’", "-", "!!", "(", "_", "€", "\0", "'s", "'ll", " '", "'ſ",
    ];

    [Fact]
    public void Gpt2_cuts_as_its_expression() => Compare("gpt-2", static text => Cut(Gpt2, text));

    [Fact]
    public void SmolLm_cuts_digits_first_and_then_as_gpt2() =>
        Compare("smollm", static text => [.. Cut(@"\p{N}|\P{N}+", text).SelectMany(static part => Cut(Gpt2, part))]);

    [Fact]
    public void Llama3_cuts_as_its_expression() => Compare("llama-bpe", static text => Cut(Gpt4, text));

    [Fact]
    public void Qwen2_cuts_as_its_expression() => Compare("qwen2", static text => Cut(Gpt4.Replace("{1,3}", "", StringComparison.Ordinal), text));

    [Theory]
    [InlineData("llama-bpe", "it's 12345 o'clock\n\n  ok", "it|'s| |123|45| o|'clock|\n\n| | ok")]
    [InlineData("qwen2", "it'S 123", "it|'S| |1|2|3")]
    [InlineData("gpt-2", "it'S 123  x", "it|'|S| 123| | x")]
    [InlineData("smollm", "a  12", "a|  |1|2")]
    public void Examples(string rule, string text, string words) => Assert.Equal(words.Split('|'), Words(rule, text));

    [Theory]
    [InlineData("gpt-2", "𝐀𝐁 𝟏𝟐 😀😀𠀀", "𝐀𝐁| 𝟏𝟐| 😀😀|𠀀")]
    [InlineData("smollm", "𝐀𝐁 𝟏𝟐", "𝐀𝐁| |𝟏|𝟐")]
    [InlineData("llama-bpe", "😀𝐀𝐁𝟏𝟐𝟏𝟐", "😀𝐀𝐁|𝟏𝟐𝟏|𝟐")]
    [InlineData("qwen2", "𝟏𝟐 😀😀\n𠀀", "𝟏|𝟐| 😀😀\n|𠀀")]
    public void Characters_beyond_the_16_bit_plane_have_their_class(string rule, string text, string words) => Assert.Equal(words.Split('|'), Words(rule, text));

    [Theory]
    [InlineData("gpt-2")]
    [InlineData("smollm")]
    [InlineData("llama-bpe")]
    [InlineData("qwen2")]
    public void Halves_of_surrogate_pairs_are_cut_as_well(string rule) => Assert.Equal("a \uD835\uDC00\uD835 1\uDC00", string.Concat(Words(rule, "a \uD835\uDC00\uD835 1\uDC00")));

    [Fact]
    public void An_unknown_rule_is_named_with_those_that_are_known()
    {
        var error = Assert.Throws<TokenizerException>(static () => PreTokenizer.Named("tekken"));
        Assert.Contains("'tekken'", error.Message, StringComparison.Ordinal);
        Assert.Contains("qwen2", error.Message, StringComparison.Ordinal);
    }

    private static void Compare(string rule, Func<string, List<string>> expected) =>
        Prop.ForAll(Texts.Of(Pieces), text => Assert.Equal(expected(text), Words(rule, text))).Check(Texts.Seeded);

    private static List<string> Cut(string expression, string text) => [.. Regex.Matches(text, expression, RegexOptions.CultureInvariant).Select(static match => match.Value)];

    private static List<string> Words(string rule, string text)
    {
        var words = new List<string>();
        for (var position = 0; position < text.Length;)
        {
            var end = PreTokenizer.Named(rule).EndOfWord(text, position);
            Assert.True(end > position);
            words.Add(text[position..end]);
            position = end;
        }

        return words;
    }
}
