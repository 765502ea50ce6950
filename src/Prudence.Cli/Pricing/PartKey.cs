using Prudence.Budgeting.Prices;

namespace Prudence.Cli.Pricing;

/// <summary>The names of the parts of a bill in YAML and JSON.</summary>
internal static class PartKey
{
    /// <summary>The name in one word, for example <c>cached-read</c>.</summary>
    public static string Of(PriceComponent component) => component.Name().Replace(' ', '-');
}
