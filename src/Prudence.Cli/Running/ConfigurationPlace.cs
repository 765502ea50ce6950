using Prudence.Planning.Configuration;

namespace Prudence.Cli.Running;

/// <summary>Shows where in a search configuration a mistake is.</summary>
internal static class ConfigurationPlace
{
    private const int Before = 40;
    private const int Most = 100;

    /// <summary>The configuration, or the part of it around the mistake, with a mark under the place.</summary>
    public static string Show(ConfigurationException error)
    {
        var text = string.Concat(error.Text.Select(static c => char.IsControl(c) ? ' ' : c));
        var start = Math.Max(0, error.Position - Before);
        var end = Math.Min(text.Length, start + Most);
        var (left, right) = (start > 0 ? "..." : "", end < text.Length ? "..." : "");
        return $"{left}{text[start..end]}{right}\n  {new string(' ', left.Length + error.Position - start)}^";
    }
}
