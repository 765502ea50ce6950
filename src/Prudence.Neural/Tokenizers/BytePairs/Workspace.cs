using System.Text;

namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>What one call of a byte-pair tokenizer works in, kept for the next call, so that words cost no allocation.</summary>
internal sealed class Workspace(PairTable merges) : IWordWorkspace
{
    private byte[] bytes = new byte[256];
    private char[] characters = new char[256];
    private int[] symbols = new int[256];
    private int[] ids = new int[256];

    public WordCache Words { get; } = new();

    public BytePairMerger Merger { get; } = new(merges);

    /// <summary>The UTF-8 of a word.</summary>
    public ReadOnlySpan<byte> BytesOf(ReadOnlySpan<char> word)
    {
        Grow(ref bytes, Encoding.UTF8.GetMaxByteCount(word.Length));
        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(word, bytes));
    }

    /// <summary>Bytes in the characters of byte-level vocabularies.</summary>
    public ReadOnlySpan<char> CharactersOf(ReadOnlySpan<byte> word)
    {
        Grow(ref characters, word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            characters[i] = ByteAlphabet.CharacterOf(word[i]);
        }

        return characters.AsSpan(0, word.Length);
    }

    /// <summary>Room for symbols.</summary>
    public Span<int> Symbols(int count)
    {
        Grow(ref symbols, count);
        return symbols.AsSpan(0, count);
    }

    /// <summary>Room for ids.</summary>
    public Span<int> Ids(int count)
    {
        Grow(ref ids, count);
        return ids.AsSpan(0, count);
    }

    private static void Grow<T>(ref T[] buffer, int needed)
    {
        if (needed > buffer.Length)
        {
            buffer = new T[Math.Max(needed, buffer.Length * 2)];
        }
    }
}
