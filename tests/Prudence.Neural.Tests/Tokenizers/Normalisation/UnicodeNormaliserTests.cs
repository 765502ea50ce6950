using System.Text;
using Prudence.Neural.Tokenizers.Normalisation;

namespace Prudence.Neural.Tests.Tokenizers.Normalisation;

public sealed class UnicodeNormaliserTests
{
    // From the conformance test of Unicode (NormalizationTest.txt) and its annex 15.
    [Theory]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u1E0A\u0323", "\u1E0C\u0307")]
    [InlineData("D\u0307\u0323", "\u1E0C\u0307")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\uFB01", "\uFB01")]
    [InlineData("a\u0301\u0301", "\u00E1\u0301")]
    [InlineData("\u0301a", "\u0301a")]
    public void Composes_as_the_standard_says(string text, string composed) => Assert.Equal(composed, UnicodeNormaliser.Compose(text));

    [Fact]
    public void Composing_what_was_decomposed_gives_every_composed_character_back()
    {
        var changed = 0;
        for (var value = 0; value < 0x20000; value++)
        {
            if (!Rune.IsValid(value))
            {
                continue;
            }

            var parts = new List<Rune>();
            UnicodeNormaliser.Decompose(new Rune(value), parts);
            var composed = UnicodeNormaliser.Compose(string.Concat(parts));
            Assert.Equal(UnicodeNormaliser.Compose(new Rune(value).ToString()), composed);
            Assert.Equal(composed, UnicodeNormaliser.Compose(composed));
            changed += parts.Count > 1 && composed == new Rune(value).ToString() ? 1 : 0;
        }

        // All Hangul syllables, and the composed characters of the table.
        Assert.InRange(changed, 11172 + 900, 11172 + 1000);
    }
}
