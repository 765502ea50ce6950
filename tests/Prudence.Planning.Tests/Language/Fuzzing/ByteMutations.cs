using System.Text;

namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>Damage as bad transfers, bad disks and wrong encodings do it.</summary>
internal static class ByteMutations
{
    private static readonly Encoding[] Encodings = [Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32];

    public static string Apply(string text, Random random) => random.Next(8) switch
    {
        0 or 1 => FlipBits(text, random),
        2 => RandomBytes(text, random),
        3 => text[..random.Next(text.Length + 1)],
        4 => text[random.Next(text.Length + 1)..],
        5 => DropBytes(text, random),
        6 => random.Next(20) == 0 ? ReadInOtherEncoding(text, random) : OtherLineEnds(text, random),
        _ => Rotate(text, random),
    };

    private static string FlipBits(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var flips = random.Next(1, 4); flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string RandomBytes(string text, Random random)
    {
        var bytes = new byte[random.Next(1, 9)];
        random.NextBytes(bytes);
        return text.Insert(random.Next(text.Length + 1), Encoding.UTF8.GetString(bytes));
    }

    private static string DropBytes(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var start = random.Next(bytes.Length + 1);
        var length = random.Next(Math.Min(64, bytes.Length - start) + 1);
        return Encoding.UTF8.GetString([.. bytes[..start], .. bytes[(start + length)..]]);
    }

    private static string ReadInOtherEncoding(string text, Random random)
    {
        var encoding = Encodings[random.Next(Encodings.Length)];
        return random.Next(2) == 0 ? encoding.GetString(Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetString(encoding.GetBytes(text));
    }

    private static string OtherLineEnds(string text, Random random) =>
        text.ReplaceLineEndings(random.Next(6) switch { 0 => "\r", 1 => "\r\n", 2 => "\u2028", 3 => "\n\r", 4 => "\u0085", _ => " " });

    private static string Rotate(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        return text[start..] + text[..start];
    }
}
