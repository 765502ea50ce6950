namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>Damage to whole lists, which leaves parentheses balanced more often than not: what a confused author or generator writes.</summary>
internal static class TreeMutations
{
    private static readonly string[] Wrappings =
        ["(and ", "(or ", "(not ", "(imply (and) ", "(forall (?n) ", "(exists (?n ?m) ", "(when (and) ", "(", "(either ", "(increase (total-cost) ", "(define ", "(+ 1 "];

    public static string Apply(string text, string other, Random random) => random.Next(11) switch
    {
        0 => Replace(text, random, _ => ""),
        1 => Replace(text, random, list => list + " " + list),
        2 => Replace(text, random, list => Wrappings[random.Next(Wrappings.Length)] + list + ")"),
        3 => Replace(text, random, list => list.Length < 2 ? list : list[1..^1]),
        4 => Replace(text, random, _ => "()"),
        5 => Replace(text, random, _ => PickText(text, random)),
        6 => Replace(text, random, _ => PickText(other, random)),
        7 => text.Insert(random.Next(text.Length + 1), PickText(random.Next(2) == 0 ? text : other, random)),
        8 => DropParenthesis(text, random),
        9 => random.Next(40) == 0 ? Multiply(text, random) : Replace(text, random, list => list + PickText(text, random)),
        _ => random.Next(4) == 0 ? Nest(text, random) : text[..random.Next(text.Length + 1)] + other[random.Next(other.Length)..],
    };

    private static string Replace(string text, Random random, Func<string, string> change)
    {
        var (start, end) = Pick(text, random);
        return string.Concat(text.AsSpan(0, start), change(text[start..end]), text.AsSpan(end));
    }

    private static string DropParenthesis(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        var position = text.AsSpan(start).IndexOfAny('(', ')');
        return position < 0 ? text : text.Remove(start + position, 1);
    }

    /// <summary>Repeats a list very often, up to a few hundred kilobytes.</summary>
    private static string Multiply(string text, Random random)
    {
        const int largest = 300_000;
        return Replace(text, random, list => string.Concat(Enumerable.Repeat(list, 1 + random.Next(largest / (list.Length + 1)))));
    }

    /// <summary>Puts lists around a place: a few, many, or a hundred thousand.</summary>
    private static string Nest(string text, Random random)
    {
        var opening = Wrappings[random.Next(Wrappings.Length)];
        var depth = random.Next(1, 1 << random.Next(1, 11));
        if (random.Next(40) == 0)
        {
            (opening, depth) = (random.Next(2) == 0 ? "(" : "(not ", 100_000);
        }

        var closing = random.Next(3) switch { 0 => "", 1 => new string(')', random.Next(2 * depth)), _ => new string(')', depth) };
        return Replace(text, random, list => string.Concat(Enumerable.Repeat(opening, depth)) + list + closing);
    }

    private static string PickText(string text, Random random)
    {
        var (start, end) = Pick(text, random);
        return text[start..end];
    }

    /// <summary>A list at random; the empty range at the end where there is none.</summary>
    private static (int Start, int End) Pick(string text, Random random)
    {
        var start = text.IndexOf('(', random.Next(text.Length + 1));
        if (start < 0)
        {
            return (text.Length, text.Length);
        }

        var depth = 0;
        var end = start;
        do
        {
            depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
            end++;
        }
        while (depth > 0 && end < text.Length);
        return (start, end);
    }
}
