namespace Prudence.Planning.Language.Syntax;

/// <summary>Names from files as they are shown in messages.</summary>
internal static class Quotation
{
    private const int LongestName = 60;

    public static string Of(string name) => $"`{Cut(name)}`";

    public static string Cut(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 3), "...");
}
