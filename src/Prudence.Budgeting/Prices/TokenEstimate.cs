using System.Text;

namespace Prudence.Budgeting.Prices;

/// <summary>
/// Bounds the tokens of a text from above where its tokenizer is not at hand. A tokenizer that pairs bytes (byte-level BPE, as GPT, Llama 3,
/// Qwen and their like have) begins with one token per UTF-8 byte and can only merge tokens, so a text never has more tokens than bytes. The bound
/// does not hold for tokenizers that rewrite the text first, for images and audio, nor for what a provider adds unseen, such as the
/// descriptions of its own tools. English text has about a quarter as many tokens: this is a bound, not a guess.
/// </summary>
public static class TokenEstimate
{
    /// <summary>
    /// Tokens set aside for the frame of each message: marks of begin and end, the role, line breaks. The known chat formats use three to eight.
    /// </summary>
    public const int PerMessage = 16;

    /// <summary>The most tokens a text can have: its length in UTF-8 bytes.</summary>
    public static long AtMost(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>The most tokens a conversation can have, with a frame around each message and one for the answer that is begun.</summary>
    /// <param name="messages">The texts of the messages.</param>
    /// <param name="perMessage">Tokens for the frame of each.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frame is negative.</exception>
    public static long AtMost(IEnumerable<string> messages, int perMessage = PerMessage)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentOutOfRangeException.ThrowIfNegative(perMessage);
        long sum = perMessage;
        foreach (var message in messages)
        {
            sum = checked(sum + AtMost(message) + perMessage);
        }

        return sum;
    }
}
