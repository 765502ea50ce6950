using System.Buffers;

namespace Prudence.Neural.Tokenizers;

/// <summary>Turns text into token ids and back. Safe to use from several threads at once; nothing is added in front or behind.</summary>
public interface ITokenizer
{
    /// <summary>Number of ids: they run from 0 to one less.</summary>
    int VocabularySize { get; }

    /// <summary>The tokens by id.</summary>
    Vocabulary Vocabulary { get; }

    /// <summary>Ids of the markers that models give a meaning to.</summary>
    MarkerIds Markers { get; }

    /// <summary>True if decoding leaves out a space at the very beginning, because encoding puts one there.</summary>
    bool DropsFirstSpace { get; }

    /// <summary>Appends the ids of <paramref name="text"/>.</summary>
    /// <param name="text">The text; a half of a surrogate pair counts as U+FFFD.</param>
    /// <param name="ids">Where the ids go.</param>
    /// <param name="parseSpecial">True to read the text of control tokens as those tokens; false to take it as ordinary text. Tokens of the
    /// type <see cref="TokenType.UserDefined"/> are recognised either way.</param>
    void Encode(ReadOnlySpan<char> text, IList<int> ids, bool parseSpecial = false);

    /// <summary>Appends the ids of <paramref name="text"/>, reading those special tokens as such that <paramref name="accepts"/> accepts.</summary>
    void Encode(ReadOnlySpan<char> text, IList<int> ids, SpecialTokenFilter accepts);

    /// <summary>The text of ids. Bytes that are not UTF-8 become U+FFFD; control tokens are written as their text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    string Decode(ReadOnlySpan<int> ids);

    /// <summary>Writes the exact bytes of ids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    void DecodeBytes(ReadOnlySpan<int> ids, IBufferWriter<byte> bytes);

    /// <summary>The bytes that a token stands for in the middle of a text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is not in the vocabulary.</exception>
    ReadOnlySpan<byte> BytesOf(int id);
}
