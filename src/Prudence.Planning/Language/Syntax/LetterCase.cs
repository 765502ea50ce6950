namespace Prudence.Planning.Language.Syntax;

/// <summary>
/// PDDL ignores case. Here that goes for the letters A to Z only: what a name is must depend on no table of Unicode, which differs between
/// systems and versions, and names that merely look alike (a Kelvin sign for a k) must not become one.
/// </summary>
internal static class LetterCase
{
    /// <summary>Writes the text in lower case to a span of the same length.</summary>
    public static void Lower(ReadOnlySpan<char> text, Span<char> lower)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            lower[i] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }
    }

    /// <summary>The text in lower case.</summary>
    public static string Lower(string text) => string.Create(text.Length, text, static (lower, text) => Lower(text, lower));
}
