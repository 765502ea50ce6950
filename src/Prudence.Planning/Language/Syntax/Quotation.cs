namespace Prudence.Planning.Language.Syntax;

/// <summary>Names from files as they are shown in messages.</summary>
internal static class Quotation
{
    private const int LongestName = 60;
    private const int LongestList = 12;

    public static string Of(string name) => $"`{Cut(name)}`";

    /// <summary>Some of the names, and dots if there are more.</summary>
    public static string List(IEnumerable<string> names)
    {
        var first = names.Take(LongestList + 1).ToList();
        return string.Join(", ", first.Take(LongestList).Select(Of)) + (first.Count > LongestList ? ", ..." : "");
    }

    public static string Cut(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 3), "...");
}
