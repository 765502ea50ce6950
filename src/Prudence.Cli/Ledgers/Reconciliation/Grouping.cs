using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>By what charges and lines are put together.</summary>
/// <param name="ByDay">By day.</param>
/// <param name="ByMonth">By month.</param>
/// <param name="ByScope">By scope.</param>
/// <param name="ByPurpose">By purpose.</param>
internal sealed record Grouping(bool ByDay, bool ByMonth, bool ByScope, bool ByPurpose)
{
    private static readonly string[] Words = ["day", "month", "scope", "purpose", "total"];

    /// <summary>Reads <c>day,scope</c>.</summary>
    /// <exception cref="UserErrorException">A word is unknown, or two contradict each other.</exception>
    public static Grouping Parse(string text)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        var unknown = Array.Find(words, static word => !Words.Contains(word));
        return unknown is not null ? throw new UserErrorException(ExitCode.BadCommandLine, $"--by: expected some of {string.Join(", ", Words)}, found '{unknown}'")
            : words.Contains("day") && words.Contains("month") ? throw new UserErrorException(ExitCode.BadCommandLine, "--by: day and month exclude each other")
            : new Grouping(words.Contains("day"), words.Contains("month"), words.Contains("scope"), words.Contains("purpose"));
    }

    public GroupKey Of(DateOnly? day, string scope, string purpose) => new(
        ByDay ? day : ByMonth && day is { } date ? new DateOnly(date.Year, date.Month, 1) : null,
        ByScope ? scope : null,
        ByPurpose ? purpose : null);
}
