using System.Globalization;
using System.Text;

namespace Prudence.Neural.Tokenizers.SentencePiece;

/// <summary>The tokens <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c>, of which characters without a token are made.</summary>
internal sealed class ByteTokens
{
    private readonly int[] ids = new int[256];

    /// <summary>Finds the tokens.</summary>
    /// <exception cref="TokenizerException">One of them is missing.</exception>
    public ByteTokens(Vocabulary vocabulary)
    {
        for (var value = 0; value < 256; value++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"<0x{value:X2}>");
            ids[value] = vocabulary.TryGetId(text, out var id) ? id
                : throw new TokenizerException($"the vocabulary falls back to bytes but has no token {text}: expected all from <0x00> to <0xFF>");
        }
    }

    /// <summary>The byte that a token's text stands for.</summary>
    public static bool TryParse(string text, out byte value)
    {
        value = 0;
        return text is ['<', '0', 'x', _, _, '>'] && byte.TryParse(text.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Writes the tokens of a character; returns how many.</summary>
    public int Write(Rune character, Span<int> target)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = character.EncodeToUtf8(bytes);
        for (var i = 0; i < count; i++)
        {
            target[i] = ids[bytes[i]];
        }

        return count;
    }
}
