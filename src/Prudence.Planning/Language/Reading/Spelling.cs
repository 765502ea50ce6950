namespace Prudence.Planning.Language.Reading;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
internal static class Spelling
{
    private const int LongestName = 40;
    private const int MostCandidates = 20_000;

    /// <summary>The nearest candidate; null if none is near. Ties go to the first.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is < 3 or > LongestName)
        {
            return null;
        }

        var best = (string?)null;
        var limit = name.Length <= 4 ? 1 : 2;
        var count = 0;
        foreach (var candidate in candidates)
        {
            if (++count > MostCandidates)
            {
                break;
            }

            if (Math.Abs(candidate.Length - name.Length) > limit || candidate == name)
            {
                continue;
            }

            var distance = Distance(name, candidate, limit);
            if (distance <= limit && distance < candidate.Length)
            {
                best = candidate;
                limit = distance - 1;
            }
        }

        return best;
    }

    /// <summary>A hint that names the nearest candidate; null if there is none.</summary>
    public static string? Hint(string name, IEnumerable<string> candidates) => Nearest(name, candidates) is { } near ? $"did you mean `{near}`?" : null;

    /// <summary>True if two names differ in their digits only, such as <c>block1</c> and <c>block12</c>: then one is hardly a slip for the other.</summary>
    public static bool DifferInDigitsOnly(string left, string right) =>
        left.Where(c => !char.IsAsciiDigit(c)).SequenceEqual(right.Where(c => !char.IsAsciiDigit(c)));

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string alignment);
    /// some number above the limit if it takes more.
    /// </summary>
    internal static int Distance(string left, string right, int limit = int.MaxValue - 1)
    {
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, replace);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            // A swap reaches back two rows, but then the row between is at most one above.
            if (least > limit + 1)
            {
                return limit + 1;
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[right.Length];
    }
}
