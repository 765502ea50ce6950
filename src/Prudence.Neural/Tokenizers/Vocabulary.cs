using System.Globalization;
using System.Text;

namespace Prudence.Neural.Tokenizers;

/// <summary>The tokens of a tokenizer: their texts, types and ids. Where two tokens have the same text, the smaller id has it.</summary>
public sealed class Vocabulary
{
    /// <summary>The longest text of a token that is read, in UTF-16 units.</summary>
    public const int LongestToken = 1024;

    private readonly string[] texts;
    private readonly TokenType[] types;
    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> idsBySpan;

    /// <summary>A vocabulary of texts by id.</summary>
    /// <exception cref="TokenizerException">There are no tokens, one is missing or too long, or there is another number of types.</exception>
    public Vocabulary(IReadOnlyList<string> texts, IReadOnlyList<TokenType>? types = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            throw new TokenizerException("the vocabulary is empty: expected at least one token");
        }

        if (types is not null && types.Count != texts.Count)
        {
            throw new TokenizerException($"there are {texts.Count} tokens but {types.Count} token types: expected one for each");
        }

        this.texts = [.. texts];
        this.types = types is null ? [.. texts.Select(static _ => TokenType.Normal)] : [.. types];
        ids = new Dictionary<string, int>(this.texts.Length, StringComparer.Ordinal);
        for (var id = 0; id < this.texts.Length; id++)
        {
            Check(id);
            ids.TryAdd(this.texts[id], id);
        }

        idsBySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of tokens.</summary>
    public int Count => texts.Length;

    /// <summary>The text of a token as the file writes it: byte-level tokens in the printable characters of GPT-2.</summary>
    /// <exception cref="IndexOutOfRangeException">The id is not in the vocabulary.</exception>
    public string TextOf(int id) => texts[id];

    /// <summary>The type of a token.</summary>
    /// <exception cref="IndexOutOfRangeException">The id is not in the vocabulary.</exception>
    public TokenType TypeOf(int id) => types[id];

    /// <summary>The id of a text, whatever its type.</summary>
    public bool TryGetId(ReadOnlySpan<char> text, out int id) => idsBySpan.TryGetValue(text, out id);

    /// <summary>The id of a text that ordinary text may become.</summary>
    internal bool TryGetOrdinary(ReadOnlySpan<char> text, out int id) => idsBySpan.TryGetValue(text, out id) && IsOrdinary(id);

    internal bool IsOrdinary(int id) => types[id] is TokenType.Normal or TokenType.UserDefined;

    /// <summary>A text for messages: short, in quotes, control characters written as numbers.</summary>
    internal static string Quote(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var character in text.Length > 60 ? text.AsSpan(0, 60) : text)
        {
            _ = char.IsControl(character) || char.IsSurrogate(character)
                ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : shown.Append(character);
        }

        return shown.Append(text.Length > 60 ? "...'" : "'").ToString();
    }

    private void Check(int id)
    {
        if (texts[id] is null || texts[id].Length > LongestToken)
        {
            throw new TokenizerException(texts[id] is null ? $"token {id} has no text"
                : $"token {id} has {texts[id].Length} characters: at most {LongestToken} are read");
        }

        if (types[id] is < TokenType.Undefined or > TokenType.Byte)
        {
            throw new TokenizerException($"token {id} has the type {(int)types[id]}: expected a number from 0 to 6");
        }

        types[id] = types[id] == TokenType.Undefined ? TokenType.Normal : types[id];
    }
}
