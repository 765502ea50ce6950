using System.Globalization;

namespace Prudence.Cli.Running;

/// <summary>Reads days and instants as people write them.</summary>
internal static class InstantText
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>Reads a day, which stands for its first moment, or an instant; universal time where no offset is given.</summary>
    /// <exception cref="UserErrorException">It is neither.</exception>
    public static DateTimeOffset Read(string option, string text) => TryRead(text, out var instant)
        ? instant
        : throw new UserErrorException(ExitCode.BadCommandLine, $"{option}: '{text}' is not a date: write for example 2026-03-13 or 2026-03-13T16:30Z");

    /// <summary>Reads a day or an instant; false if it is neither.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        var isRead = DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
        instant = instant.ToUniversalTime();
        return isRead;
    }

    /// <summary>Writes an instant for people, to the second.</summary>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
