using System.Text;

namespace Prudence.Planning.Tests.Language;

/// <summary>Damages PDDL text as slips, bad transfers and bad generators do. The same seed gives the same mutant.</summary>
internal sealed class PddlMutator(IReadOnlyList<(string Domain, string Problem)> seeds)
{
    private static readonly string[] Words =
    [
        "and", "or", "not", "imply", "forall", "exists", "when", "=", "either", "-", "object", "number", "increase", "assign", "decrease", "minimize", "maximize", "define",
        "domain", "problem", ":requirements", ":types", ":constants", ":predicates", ":functions", ":action", ":derived", ":parameters", ":precondition", ":effect", ":objects",
        ":init", ":goal", ":metric", ":domain", ":durative-action", ":duration", ":constraints", "preference", "at", "over", "always", "total-cost", "total-time", "?", ":", "?x",
        "()", "(and)", "(not)", "(forall () (and))", "(either)", "0", "-1", "1.5", "..", "+", "*", "/", ">=", "oneof", ";", "\0", "\uD800", "\uFEFF", ",", "\u00A0", "\r", "#t",
    ];

    /// <summary>A pair of files of which one or both are damaged.</summary>
    public (string Domain, string Problem) Mutate(int seed)
    {
        var random = new Random(seed);
        var (domain, problem) = seeds[random.Next(seeds.Count)];
        var which = random.Next(5);
        if (which != 0)
        {
            problem = Damage(problem, random);
        }

        if (which is 0 or 1 or 2)
        {
            domain = Damage(domain, random);
        }

        return which == 4 && random.Next(20) == 0 ? (problem, domain) : (domain, problem);
    }

    private string Damage(string text, Random random)
    {
        var count = 1 + Math.Min(random.Next(6), random.Next(6));
        for (var i = 0; i < count; i++)
        {
            text = DamageOnce(text, random);
        }

        return text;
    }

    private string DamageOnce(string text, Random random) => random.Next(16) switch
    {
        0 => FlipBytes(text, random),
        1 => DeleteToken(text, random),
        2 => DuplicateToken(text, random),
        3 => SwapTokens(text, random),
        4 => Insert(text, random, "("),
        5 => Insert(text, random, ")"),
        6 => DeleteParenthesis(text, random),
        7 => Splice(text, random),
        8 or 9 => ReplaceToken(text, random, Words[random.Next(Words.Length)]),
        10 => Insert(text, random, " " + Words[random.Next(Words.Length)] + " "),
        11 => ReplaceToken(text, random, BlowUpNumber(random)),
        12 => Nest(text, random),
        13 => text[..random.Next(text.Length + 1)],
        14 => CopyList(text, random),
        _ => Misspell(text, random),
    };

    private static string FlipBytes(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var flips = random.Next(1, 4); flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string DeleteToken(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return text.Remove(start, end - start);
    }

    private static string DuplicateToken(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return text.Insert(end, " " + text[start..end]);
    }

    private static string SwapTokens(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        var (otherStart, otherEnd) = PickToken(text, random);
        return otherStart < end ? text : string.Concat(text[..start], text[otherStart..otherEnd], text[end..otherStart], text[start..end], text[otherEnd..]);
    }

    private static string ReplaceToken(string text, Random random, string replacement)
    {
        var (start, end) = PickToken(text, random);
        return string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(end));
    }

    private static string DeleteParenthesis(string text, Random random)
    {
        var position = text.AsSpan(random.Next(text.Length + 1)..).IndexOfAny('(', ')');
        return position < 0 ? text : text.Remove(text.Length == 0 ? 0 : Math.Min(position, text.Length - 1), 1);
    }

    private string Splice(string text, Random random)
    {
        var (domain, problem) = seeds[random.Next(seeds.Count)];
        var other = random.Next(2) == 0 ? domain : problem;
        return text[..random.Next(text.Length + 1)] + other[random.Next(other.Length)..];
    }

    private static string BlowUpNumber(Random random) => random.Next(4) switch
    {
        0 => new string('9', random.Next(1, 500)),
        1 => "-" + new string('9', 30),
        2 => "1e400",
        _ => "0." + new string('1', random.Next(1, 100)),
    };

    private static string Nest(string text, Random random)
    {
        var (opening, depth) = (random.Next(4) switch { 0 => "(", 1 => "(and ", 2 => "(not ", _ => "(forall (?n) " }, random.Next(1, 1 << random.Next(1, 14)));
        var (start, end) = PickToken(text, random);
        var closing = random.Next(2) == 0 ? new string(')', depth) : "";
        return string.Concat(text.AsSpan(0, start), string.Concat(Enumerable.Repeat(opening, depth)), text.AsSpan(start, end - start)) + closing + text[end..];
    }

    private static string CopyList(string text, Random random)
    {
        var start = text.IndexOf('(', random.Next(text.Length + 1));
        if (start < 0)
        {
            return text;
        }

        var depth = 0;
        var end = start;
        do
        {
            depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
            end++;
        }
        while (depth > 0 && end < text.Length);
        return Insert(text, random, text[start..end]);
    }

    private static string Misspell(string text, Random random)
    {
        var (start, end) = PickToken(text, random);
        return end - start < 2 ? text : random.Next(2) == 0 ? text.Remove(random.Next(start, end), 1) : text.Insert(random.Next(start, end), ((char)random.Next('a', 'z')).ToString());
    }

    private static string Insert(string text, Random random, string inserted) => text.Insert(random.Next(text.Length + 1), inserted);

    private static (int Start, int End) PickToken(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '(' or ')'))
        {
            start++;
        }

        while (start > 0 && start < text.Length && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or ')'))
        {
            start--;
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')'))
        {
            end++;
        }

        return (start, end);
    }
}
