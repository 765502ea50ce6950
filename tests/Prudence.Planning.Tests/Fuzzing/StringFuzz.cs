using System.Text;

namespace Prudence.Planning.Tests.Fuzzing;

/// <summary>Damages a text of words and punctuation without knowing its language.</summary>
internal sealed class StringFuzz(IReadOnlyList<string> seeds, IReadOnlyList<string> words)
{
    /// <summary>A damaged text; the same seed gives the same one.</summary>
    public string Mutate(int seed)
    {
        var random = new Random(seed);
        var text = seeds[random.Next(seeds.Count)];
        for (var changes = 1 + Math.Min(random.Next(6), random.Next(6)); changes > 0; changes--)
        {
            text = Change(text, random);
        }

        return text;
    }

    private string Change(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, start + random.Next(12));
        var word = words[random.Next(words.Count)];
        return random.Next(9) switch
        {
            0 => text.Remove(start, end - start),
            1 => text.Insert(start, text[start..end]),
            2 => text.Insert(start, word),
            3 => string.Concat(text.AsSpan(0, start), word, text.AsSpan(end)),
            4 => text[..start],
            5 => text[..start] + seeds[random.Next(seeds.Count)],
            6 => FlipBit(text, random),
            7 => text.Insert(start, string.Concat(Enumerable.Repeat(word, random.Next(1, 1 << random.Next(1, 11))))),
            _ => ReplaceWord(text, word, random),
        };
    }

    private static string FlipBit(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string ReplaceWord(string text, string word, Random random)
    {
        var start = random.Next(text.Length + 1);
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return string.Concat(text.AsSpan(0, start), word, text.AsSpan(end));
    }
}
