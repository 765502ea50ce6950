using System.Text;

namespace Prudence.Budgeting;

/// <summary>Checks what callers name, before anything is asked of the writer.</summary>
internal static class LedgerNames
{
    private const int LongestPath = 1024;
    private const int LongestText = 256;
    private const int MostResources = 64;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static void CheckScope(string scope)
    {
        ArgumentException.ThrowIfNullOrEmpty(scope);
        CheckText(scope, LongestPath, nameof(scope));
        if (scope[0] == '/' || scope[^1] == '/' || scope.Contains("//", StringComparison.Ordinal))
        {
            throw new ArgumentException($"A scope is a path such as organisation/team/key, without empty names: {scope}", nameof(scope));
        }
    }

    public static void CheckPurpose(string purpose) => CheckText(purpose, LongestText, nameof(purpose));

    public static void CheckKey(string idempotencyKey) => CheckText(idempotencyKey, LongestText, nameof(idempotencyKey));

    public static void CheckAmounts(Cost amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Entries.Length > MostResources)
        {
            throw new ArgumentException($"An entry names at most {MostResources} resources", nameof(amounts));
        }

        foreach (var (resource, _) in amounts.Entries)
        {
            CheckText(resource.Name, LongestText, nameof(amounts));
            CheckText(resource.Unit, LongestText, nameof(amounts));
            if (resource.IsPeak)
            {
                throw new ArgumentException($"A ledger keeps sums; {resource} is a peak and has none. Leave it out", nameof(amounts));
            }
        }
    }

    public static void CheckWindow(LimitWindow? window)
    {
        if (window is CalendarWindow calendar)
        {
            WindowZones.Check(calendar.TimeZone, nameof(window));
        }
    }

    private static void CheckText(string text, int longest, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        try
        {
            if (Strict.GetByteCount(text) > longest)
            {
                throw new ArgumentException($"At most {longest} bytes of UTF-8 are kept, but this has {text.Length} characters: {text[..40]}...", name);
            }
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("The text has half of a surrogate pair and is no valid Unicode", name);
        }

        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                throw new ArgumentException("The text has control characters", name);
            }
        }
    }
}
