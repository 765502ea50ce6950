using System.Text;

namespace Prudence.Neural.Tokenizers;

/// <summary>Decodes token after token. Bytes of a character that is not complete yet are held back until it is.</summary>
public sealed class StreamingDecoder
{
    private readonly ITokenizer tokenizer;
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private char[] characters = new char[64];
    private bool isFirst;

    /// <summary>Starts at the beginning of a text.</summary>
    public StreamingDecoder(ITokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        this.tokenizer = tokenizer;
        isFirst = tokenizer.DropsFirstSpace;
    }

    /// <summary>The text that is certain after one more token; empty while a character is not complete.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is not in the vocabulary.</exception>
    public string Append(int id)
    {
        var bytes = tokenizer.BytesOf(id);
        bytes = isFirst && bytes is [(byte)' ', ..] ? bytes[1..] : bytes;
        isFirst = false;
        return Decode(bytes, flush: false);
    }

    /// <summary>Ends the text: what is held back becomes U+FFFD. The decoder starts again.</summary>
    public string Finish()
    {
        isFirst = tokenizer.DropsFirstSpace;
        return Decode([], flush: true);
    }

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        var count = decoder.GetCharCount(bytes, flush);
        if (count > characters.Length)
        {
            characters = new char[count];
        }

        return new string(characters, 0, decoder.GetChars(bytes, characters, flush));
    }
}
