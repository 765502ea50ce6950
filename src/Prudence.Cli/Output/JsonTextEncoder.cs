using System.Text;
using System.Text.Encodings.Web;

namespace Prudence.Cli.Output;

/// <summary>
/// Escapes what JSON requires and nothing else: quotation marks, backslashes and control characters. The framework's relaxed encoder does about the
/// same, but first builds a table of all characters, for which a short run would have to wait.
/// </summary>
internal sealed unsafe class JsonTextEncoder : JavaScriptEncoder
{
    private const string Digits = "0123456789ABCDEF";
    private const int EscapeLength = 6;

    /// <summary>It has no state: one is enough.</summary>
    public static JsonTextEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => EscapeLength;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            // The base class goes on from surrogates: it copies pairs, and has halves replaced.
            if (WillEncode(text[i]) || char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        numberOfCharactersWritten = 0;
        if (bufferLength < EscapeLength)
        {
            return false;
        }

        var output = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
        }

        ReadOnlySpan<char> escape = unicodeScalar is '"' or '\\'
            ? ['\\', (char)unicodeScalar]
            : ['\\', 'u', '0', '0', Digits[unicodeScalar >> 4], Digits[unicodeScalar & 15]];
        escape.CopyTo(output);
        numberOfCharactersWritten = escape.Length;
        return true;
    }
}
