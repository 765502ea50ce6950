using System.Runtime.InteropServices;

namespace Prudence.Neural.Tokenizers;

/// <summary>
/// Words that were encoded lately, with their ids, in memory that does not grow beyond a few megabytes. A lookup compares with at most eight
/// words, so that no choice of words makes it slow.
/// </summary>
internal sealed class WordCache
{
    /// <summary>The longest word that is kept, in UTF-16 units.</summary>
    public const int LongestWord = 48;

    private const int MostSlots = 1 << 15;
    private const int MostProbes = 8;
    private Slot[] slots = new Slot[1 << 10];
    private char[] characters = new char[1 << 12];
    private int[] ids = new int[1 << 11];
    private int characterCount;
    private int idCount;
    private int wordCount;

    public bool TryGet(ReadOnlySpan<char> word, out ReadOnlySpan<int> found)
    {
        var hash = HashOf(word);
        for (var probe = 0; probe < MostProbes; probe++)
        {
            ref readonly var slot = ref slots[(int)(hash + (uint)probe) & (slots.Length - 1)];
            if (slot.Hash == hash && word.SequenceEqual(characters.AsSpan(slot.Text, slot.TextLength)))
            {
                found = ids.AsSpan(slot.Ids, slot.IdCount);
                return true;
            }
        }

        found = default;
        return false;
    }

    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<int> wordIds)
    {
        if (wordCount * 2 >= slots.Length)
        {
            MakeRoom();
        }

        var hash = HashOf(word);
        var target = (int)hash & (slots.Length - 1);
        for (var probe = 0; probe < MostProbes; probe++)
        {
            var index = (int)(hash + (uint)probe) & (slots.Length - 1);
            if (slots[index].TextLength == 0)
            {
                target = index;
                break;
            }
        }

        slots[target] = new Slot(hash, characterCount, word.Length, idCount, wordIds.Length);
        Append(word, ref characters, ref characterCount);
        Append(wordIds, ref ids, ref idCount);
        wordCount++;
    }

    // Until it has its full size the table doubles; then it starts anew. Either way the words are forgotten: the common ones are soon back.
    private void MakeRoom()
    {
        slots = slots.Length < MostSlots ? new Slot[slots.Length * 2] : slots;
        Array.Clear(slots);
        (characterCount, idCount, wordCount) = (0, 0, 0);
    }

    private static void Append<T>(ReadOnlySpan<T> values, ref T[] buffer, ref int count)
    {
        if (count + values.Length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, count + values.Length));
        }

        values.CopyTo(buffer.AsSpan(count));
        count += values.Length;
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length * 0x9E3779B97F4A7C15;
        var blocks = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var block in blocks)
        {
            hash = (hash ^ block) * 0xD6E8FEB86659FD93;
            hash ^= hash >> 32;
        }

        foreach (var character in word[(blocks.Length * 4)..])
        {
            hash = (hash ^ character) * 0xD6E8FEB86659FD93;
        }

        return (uint)(hash ^ (hash >> 32));
    }

    private readonly record struct Slot(uint Hash, int Text, int TextLength, int Ids, int IdCount);
}
