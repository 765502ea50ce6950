namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// The tables of one pattern order: distances under costs that add up to the operator costs, so that their sum is admissible. Tables that are zero
/// everywhere are left out.
/// </summary>
internal sealed class OrderTables(int[] patterns, int[][] tables)
{
    /// <summary>The number of entries of all tables.</summary>
    public long Entries { get; } = tables.Sum(static table => (long)table.Length);

    /// <summary>The patterns that have a table, by number.</summary>
    public IReadOnlyList<int> Patterns => patterns;

    /// <summary>The sum of distances; <see cref="Heuristic.DeadEnd"/> if one of them is.</summary>
    /// <param name="abstractStates">The abstract state for each pattern.</param>
    public int Evaluate(ReadOnlySpan<int> abstractStates)
    {
        var sum = 0L;
        for (var i = 0; i < patterns.Length; i++)
        {
            var distance = tables[i][abstractStates[patterns[i]]];
            if (distance == Heuristic.DeadEnd)
            {
                return Heuristic.DeadEnd;
            }

            sum += distance;
        }

        return (int)Math.Min(sum, Heuristic.DeadEnd - 1);
    }
}
