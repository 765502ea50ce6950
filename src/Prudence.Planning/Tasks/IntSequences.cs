namespace Prudence.Planning.Tasks;

/// <summary>
/// Makes and looks through short sequences of integers. The framework's generic counterparts are no faster at this length and are not in its
/// precompiled code for integers: each would cost a tiny task half a millisecond of compilation.
/// </summary>
internal static class IntSequences
{
    public static int IndexOf(ReadOnlySpan<int> items, int item)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] == item)
            {
                return i;
            }
        }

        return -1;
    }

    public static bool Contains(ReadOnlySpan<int> items, int item) => IndexOf(items, item) >= 0;

    public static bool AreEqual(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All numbers from zero to <paramref name="count"/> - 1.</summary>
    public static int[] Below(int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        return numbers;
    }

    /// <summary>Sets a range of marks.</summary>
    public static void Mark(bool[] marks, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            marks[i] = true;
        }
    }

    /// <summary>One sequence after the other.</summary>
    public static int[] Concatenate(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var both = new int[first.Length + second.Length];
        first.CopyTo(both);
        second.CopyTo(new Span<int>(both, first.Length, second.Length));
        return both;
    }
}
