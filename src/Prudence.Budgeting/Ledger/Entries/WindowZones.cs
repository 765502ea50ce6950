using System.Diagnostics.CodeAnalysis;

namespace Prudence.Budgeting;

/// <summary>Time zones by the names under which a ledger keeps them.</summary>
internal static class WindowZones
{
    /// <exception cref="ArgumentException">Other processes would not find the zone, or would find another one.</exception>
    public static void Check(TimeZoneInfo zone, string parameter)
    {
        if (!TryFind(zone.Id, out var found) || !found.HasSameRules(zone))
        {
            throw new ArgumentException(
                $"A ledger keeps the name of a time zone, and the system does not know '{zone.Id}' as it was given: take one from TimeZoneInfo.FindSystemTimeZoneById", parameter);
        }
    }

    /// <exception cref="LedgerUnavailableException">This machine does not know the zone.</exception>
    public static TimeZoneInfo Find(long sequence, string name) => TryFind(name, out var zone)
        ? zone
        : throw new LedgerUnavailableException(
            $"Entry {sequence} of the ledger limits by the calendar of '{name}', a time zone that this machine does not know: install its time zone data (tzdata)");

    private static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        // The system looks for files of that name: nobody may name one elsewhere. And one zone has one name, for equal entries have equal bytes.
        zone = null;
        return !name.Contains("..", StringComparison.Ordinal) && !Path.IsPathRooted(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) && zone.Id == name;
    }
}
