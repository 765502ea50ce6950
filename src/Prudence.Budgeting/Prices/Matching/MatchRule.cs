using System.Text.RegularExpressions;

namespace Prudence.Budgeting.Prices.Matching;

/// <summary>Says which names mean a model or a provider. Case is ignored.</summary>
public sealed class MatchRule
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromMilliseconds(100);

    private readonly Regex? expression;

    private MatchRule(MatchKind kind, string text, IReadOnlyList<MatchRule> parts)
    {
        (Kind, Text, Parts) = (kind, text, parts);
        expression = kind == MatchKind.Regex ? Expression(text) : null;
    }

    /// <summary>How it compares.</summary>
    public MatchKind Kind { get; }

    /// <summary>What it compares with; empty for <see cref="MatchKind.Or"/> and <see cref="MatchKind.And"/>.</summary>
    public string Text { get; }

    /// <summary>The parts of <see cref="MatchKind.Or"/> and <see cref="MatchKind.And"/>.</summary>
    public IReadOnlyList<MatchRule> Parts { get; }

    /// <summary>A rule with a text.</summary>
    /// <exception cref="RegexParseException">It is to be a regular expression and is none.</exception>
    public static MatchRule Of(MatchKind kind, string text) => new(kind, text, []);

    /// <summary>A rule of parts: <see cref="MatchKind.Or"/> or <see cref="MatchKind.And"/>.</summary>
    public static MatchRule Of(MatchKind kind, IReadOnlyList<MatchRule> parts) => new(kind, "", parts);

    /// <summary>A rule for any of some names.</summary>
    public static MatchRule AnyOf(IEnumerable<string> names) => new(MatchKind.Or, "", [.. names.Select(static name => Of(MatchKind.Equal, name))]);

    /// <summary>
    /// Whether a name matches. Regular expressions take time proportional to the name; one that needs backtracking, such as for a look-ahead, and
    /// takes longer than a tenth of a second does not match.
    /// </summary>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Kind switch
        {
            MatchKind.Equal => name.Equals(Text, StringComparison.OrdinalIgnoreCase),
            MatchKind.StartsWith => name.StartsWith(Text, StringComparison.OrdinalIgnoreCase),
            MatchKind.EndsWith => name.EndsWith(Text, StringComparison.OrdinalIgnoreCase),
            MatchKind.Contains => name.Contains(Text, StringComparison.OrdinalIgnoreCase),
            MatchKind.Regex => IsFound(name),
            MatchKind.Or => Parts.Any(part => part.Matches(name)),
            _ => Parts.All(part => part.Matches(name)),
        };
    }

    /// <summary>The names it lists outright: those of its equality rules, unless under <see cref="MatchKind.And"/>.</summary>
    public IEnumerable<string> Names() => Kind switch
    {
        MatchKind.Equal => [Text],
        MatchKind.Or => Parts.SelectMany(static part => part.Names()),
        _ => [],
    };

    private static Regex Expression(string text)
    {
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            return new(text, options | RegexOptions.NonBacktracking, RegexLimit);
        }
        catch (NotSupportedException)
        {
            return new(text, options, RegexLimit);
        }
    }

    private bool IsFound(string name)
    {
        try
        {
            return expression!.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
