namespace Prudence.Budgeting.Prices;

/// <summary>Finds what a misspelt name may have been meant to be.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>Up to three candidates that differ in few characters, the nearest first, of equally near ones in alphabetical order.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates)
    {
        var word = name.ToLowerInvariant();
        var limit = Math.Max(1, word.Length / 3);
        return [.. candidates.Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= limit)
            .Select(candidate => (Name: candidate, Distance: Distance(word, candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(static pair => pair.Name)];
    }

    /// <summary>How many characters must be inserted, removed or replaced.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
