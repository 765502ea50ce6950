using System.Numerics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>A relation between landmarks as rows of bits that grow as landmarks are found.</summary>
internal sealed class OrderingMatrix
{
    private readonly List<ulong[]> rows = [];

    /// <summary>Row <paramref name="from"/>, which may be shorter than the number of landmarks: missing bits are false.</summary>
    public ReadOnlySpan<ulong> Row(int from) => from < rows.Count ? rows[from] : [];

    /// <summary>Relates two landmarks.</summary>
    public void Add(int from, int to)
    {
        while (rows.Count <= from)
        {
            rows.Add([]);
        }

        var row = rows[from];
        var word = to >> 6;
        if (word >= row.Length)
        {
            Array.Resize(ref row, Math.Max(word + 1, row.Length + (row.Length / 2)));
            rows[from] = row;
        }

        row[word] |= 1UL << to;
    }

    /// <summary>Whether two landmarks are related.</summary>
    public bool Contains(int from, int to)
    {
        var row = Row(from);
        return to >> 6 < row.Length && (row[to >> 6] >> to & 1) != 0;
    }

    /// <summary>Takes away all pairs with a landmark on either side.</summary>
    public void RemoveAll(int landmark)
    {
        if (landmark < rows.Count)
        {
            rows[landmark] = [];
        }

        foreach (var row in rows)
        {
            if (landmark >> 6 < row.Length)
            {
                row[landmark >> 6] &= ~(1UL << landmark);
            }
        }
    }

    /// <summary>Takes away the pairs that another relation has too.</summary>
    public void Subtract(OrderingMatrix other)
    {
        for (var from = 0; from < rows.Count; from++)
        {
            var theirs = other.Row(from);
            var mine = rows[from];
            for (var word = 0; word < Math.Min(mine.Length, theirs.Length); word++)
            {
                mine[word] &= ~theirs[word];
            }
        }
    }

    /// <summary>The relation as lists under new numbers.</summary>
    /// <param name="numbers">The new number of each landmark, in ascending order; -1 for one that is gone.</param>
    public IntLists ToLists(ReadOnlySpan<int> numbers)
    {
        var lists = new IntListsBuilder(numbers.Length, numbers.Length);
        for (var from = 0; from < numbers.Length; from++)
        {
            if (numbers[from] < 0)
            {
                continue;
            }

            var row = Row(from);
            for (var word = 0; word < row.Length; word++)
            {
                for (var bits = row[word]; bits != 0; bits &= bits - 1)
                {
                    lists.Add(numbers[(word << 6) + BitOperations.TrailingZeroCount(bits)]);
                }
            }

            lists.EndList();
        }

        return lists.ToLists();
    }
}
