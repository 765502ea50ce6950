using System.Buffers;
using System.Text;

namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>The 256 printable characters in which byte-level vocabularies are written, one for each byte.</summary>
internal static class ByteAlphabet
{
    private static readonly char[] Characters = MakeCharacters();
    private static readonly short[] Bytes = MakeBytes();

    public static char CharacterOf(byte value) => Characters[value];

    /// <summary>Writes the bytes of a token, or the UTF-8 of its text if it is not written in the alphabet.</summary>
    public static void WriteBytes(string text, IBufferWriter<byte> bytes)
    {
        if (text.AsSpan().ContainsAnyExcept(Characters))
        {
            Encoding.UTF8.GetBytes(text, bytes);
            return;
        }

        var target = bytes.GetSpan(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            target[i] = (byte)Bytes[text[i]];
        }

        bytes.Advance(text.Length);
    }

    // Printable Latin-1 characters stand for themselves; the other bytes, in order, for the characters from U+0100.
    private static char[] MakeCharacters()
    {
        var characters = new char[256];
        var next = '\u0100';
        for (var value = 0; value < 256; value++)
        {
            characters[value] = value is (>= '!' and <= '~') or (>= '¡' and <= '¬') or (>= '®' and <= 'ÿ') ? (char)value : next++;
        }

        return characters;
    }

    private static short[] MakeBytes()
    {
        var bytes = new short[0x0144];
        for (var value = 0; value < 256; value++)
        {
            bytes[Characters[value]] = (short)value;
        }

        return bytes;
    }
}
