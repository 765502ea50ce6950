using System.Text.RegularExpressions;

namespace Prudence.Planning.Tests.Language.Fuzzing;

/// <summary>Changes after which many a text is still a task, though another one: they lead the mutants past the reader.</summary>
internal static partial class GentleMutations
{
    public static string Apply(string text, Random random) => random.Next(6) switch
    {
        0 => Leaf().Replace(text, "", 1, random.Next(text.Length + 1)),
        1 => Leaf().Replace(text, "$0 $0", 1, random.Next(text.Length + 1)),
        2 => Leaf().Replace(text, random.Next(2) == 0 ? "(not $0)" : "(or $0 $0)", 1, random.Next(text.Length + 1)),
        3 => ReplaceLeaf(text, random),
        4 => Exchange(Variable(), text, random),
        _ => Exchange(Name(), text, random),
    };

    /// <summary>Puts a list in the place of another that begins with the same word.</summary>
    private static string ReplaceLeaf(string text, Random random)
    {
        var match = Leaf().Match(text, random.Next(text.Length + 1));
        var others = Leaf().Matches(text).Where(other => other.Groups[1].Value == match.Groups[1].Value).ToList();
        return match.Success ? text[..match.Index] + others[random.Next(others.Count)].Value + text[(match.Index + match.Length)..] : text;
    }

    private static string Exchange(Regex pattern, string text, Random random)
    {
        var all = pattern.Matches(text);
        return all.Count == 0 ? text : pattern.Replace(text, all[random.Next(all.Count)].Value, 1, random.Next(text.Length + 1));
    }

    [GeneratedRegex(@"\(([^\s()?:]+)[^()]*\)")]
    private static partial Regex Leaf();

    [GeneratedRegex(@"\?[a-z][a-z0-9-]*")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<=[ (])[a-z][a-z0-9-]*")]
    private static partial Regex Name();
}
