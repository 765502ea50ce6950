namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>Damage as slips of the pen and bad generators do it: words lost, doubled, swapped, misspelt, replaced.</summary>
internal static class TokenMutations
{
    private static readonly string[] Words =
    [
        "and", "or", "not", "imply", "forall", "exists", "when", "=", "either", "-", "object", "number", "increase", "assign", "decrease", "minimize", "maximize", "define",
        "domain", "problem", ":requirements", ":types", ":constants", ":predicates", ":functions", ":action", ":derived", ":parameters", ":precondition", ":effect", ":objects",
        ":init", ":goal", ":metric", ":domain", ":durative-action", ":duration", ":constraints", "preference", "at", "over", "always", "total-cost", "total-time", "?", ":", "?x",
        "()", "(and)", "(not)", "(forall () (and))", "(either)", "0", "-1", "1.5", "..", "+", "*", "/", ">=", "oneof", ";", ",", "#t", "?duration",
    ];

    private static readonly string[] OddCharacters =
    [
        "\0", "\u0001", "\uD800", "\uDC00", "\uDC00\uD800", "\uFEFF", "\uFFFE", "\uFFFD", "\u00A0", "\u200B", "\u202E", "\u2028", "\u2029", "\u0085", "\r", "\v", "\f",
        "İ", "ı", "ß", "ẞ", "ſ", "\u212A", "é", "e\u0301", "Ǆ", "𐐀", "👩‍🚀", "（", "）", "；", "−", "“", "\u0300\u0300\u0300",
    ];

    public static string Apply(string text, Random random) => random.Next(14) switch
    {
        0 => Delete(text, random),
        1 => Duplicate(text, random),
        2 => Swap(text, random),
        3 or 4 => Replace(text, random, Words[random.Next(Words.Length)]),
        5 or 6 => Replace(text, random, Pick(text, random)),
        7 => Insert(text, random, " " + Words[random.Next(Words.Length)] + " "),
        8 => Insert(text, random, OddCharacters[random.Next(OddCharacters.Length)]),
        9 => Replace(text, random, Number(random)),
        10 => Insert(text, random, random.Next(2) == 0 ? "(" : ")"),
        11 => random.Next(50) == 0 ? Replace(text, random, LongName(random)) : ChangeCase(text, random),
        _ => Misspell(text, random),
    };

    private static string Delete(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return text.Remove(start, end - start);
    }

    private static string Duplicate(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return text.Insert(end, " " + text[start..end]);
    }

    private static string Swap(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        var (otherStart, otherEnd) = PickToken(text, random);
        return otherStart < end ? text : string.Concat(text[..start], text[otherStart..otherEnd], text[end..otherStart], text[start..end], text[otherEnd..]);
    }

    private static string Replace(string text, Random random, string replacement)
    {
        var (start, end) = PickToken(text, random);
        return string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(end));
    }

    private static string ChangeCase(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return string.Concat(text.AsSpan(0, start), text[start..end].ToUpperInvariant(), text.AsSpan(end));
    }

    private static string Misspell(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return end - start < 2 ? text : random.Next(2) == 0 ? text.Remove(random.Next(start, end), 1) : text.Insert(random.Next(start, end), ((char)random.Next('a', 'z')).ToString());
    }

    private static string Number(Random random) => random.Next(7) switch
    {
        0 => new string('9', random.Next(1, 500)),
        1 => "-" + new string('9', 30),
        2 => "1e400",
        3 => "79228162514264337593543950335",
        4 => "2147483648",
        5 => "-0",
        _ => "0." + new string('1', random.Next(1, 100)),
    };

    private static string LongName(Random random) => (random.Next(3) == 0 ? "?" : "") + new string((char)random.Next('a', 'z'), random.Next(1, 200_000));

    private static string Insert(string text, Random random, string inserted) => text.Insert(random.Next(text.Length + 1), inserted);

    private static string Pick(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return text[start..end];
    }

    private static (int Start, int End) PickToken(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        while (start < text.Length && IsEnd(text[start]))
        {
            start++;
        }

        while (start > 0 && start < text.Length && !IsEnd(text[start - 1]))
        {
            start--;
        }

        var end = start;
        while (end < text.Length && !IsEnd(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsEnd(char c) => char.IsWhiteSpace(c) || c is '(' or ')';
}
