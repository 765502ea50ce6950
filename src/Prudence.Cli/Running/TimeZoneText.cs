namespace Prudence.Cli.Running;

/// <summary>Reads names of time zones.</summary>
internal static class TimeZoneText
{
    /// <exception cref="UserErrorException">This system knows no such time zone.</exception>
    public static TimeZoneInfo Read(string option, string name) => TryRead(name, out var zone)
        ? zone
        : throw new UserErrorException(ExitCode.BadCommandLine, $"{option}: this system knows no time zone '{name}'", "write for example UTC or Europe/Berlin");

    public static bool TryRead(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = name == "UTC" ? TimeZoneInfo.Utc : null;
        return zone is not null || TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }
}
