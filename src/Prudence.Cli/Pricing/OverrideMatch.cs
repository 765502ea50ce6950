using System.Text.RegularExpressions;
using Prudence.Budgeting.Prices.Matching;
using Prudence.Cli.Yaml;

namespace Prudence.Cli.Pricing;

/// <summary>Reads a rule for further names of a model, for example <c>{starts-with: gpt-4o-}</c>.</summary>
internal static class OverrideMatch
{
    private static readonly string[] Names = ["starts-with?", "ends-with?", "contains?", "regex?"];

    /// <summary>Reads a rule; with several members, all of them must match.</summary>
    public static MatchRule Read(YamlValue node)
    {
        var members = node.Members(Names);
        return members.Count > 0
            ? MatchRule.Of(MatchKind.And, [.. members.Select(static member => Rule(member.Key, member.Value))])
            : throw node.Fail("expected a rule, such as 'starts-with: gpt-4o-'");
    }

    private static MatchRule Rule(string name, YamlValue node) => name switch
    {
        "starts-with" => MatchRule.Of(MatchKind.StartsWith, node.Text()),
        "ends-with" => MatchRule.Of(MatchKind.EndsWith, node.Text()),
        "contains" => MatchRule.Of(MatchKind.Contains, node.Text()),
        _ => Expression(node),
    };

    // A rule that is given up as too slow would let the shipped price hold instead, so only expressions are taken that need linear time.
    private static MatchRule Expression(YamlValue node)
    {
        try
        {
            _ = new Regex(node.Text(), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            return MatchRule.Of(MatchKind.Regex, node.Text());
        }
        catch (RegexParseException error)
        {
            throw node.Fail($"expected a regular expression: {error.Message}");
        }
        catch (NotSupportedException)
        {
            throw node.Fail("this regular expression may take very long: write it without look-around, back-references, atomic groups and large counts");
        }
    }
}
