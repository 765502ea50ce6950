using System.Text.RegularExpressions;
using Prudence.Budgeting.Prices.Matching;

namespace Prudence.Budgeting.Prices.Tables;

/// <summary>Reads the rules for names in the table of genai-prices: an object with one member that names the comparison.</summary>
internal static class MatchRuleReader
{
    private const string Expected = "expected one of equals, starts_with, ends_with, contains, regex, or, and";

    public static MatchRule Read(TableNode node)
    {
        var members = node.Members().ToList();
        if (members.Count != 1)
        {
            throw node.Fail($"{Expected}; found {members.Count} members");
        }

        var (name, value) = members[0];
        return name switch
        {
            "equals" => MatchRule.Of(MatchKind.Equal, value.Text()),
            "starts_with" => MatchRule.Of(MatchKind.StartsWith, value.Text()),
            "ends_with" => MatchRule.Of(MatchKind.EndsWith, value.Text()),
            "contains" => MatchRule.Of(MatchKind.Contains, value.Text()),
            "regex" => Expression(value),
            "or" => MatchRule.Of(MatchKind.Or, [.. value.Items().Select(Read)]),
            "and" => MatchRule.Of(MatchKind.And, [.. value.Items().Select(Read)]),
            _ => throw node.Fail($"{Expected}; found \"{name}\""),
        };
    }

    private static MatchRule Expression(TableNode node)
    {
        try
        {
            return MatchRule.Of(MatchKind.Regex, node.Text());
        }
        catch (RegexParseException error)
        {
            throw node.Fail($"expected a regular expression: {error.Message}", error);
        }
    }
}
