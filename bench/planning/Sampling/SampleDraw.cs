namespace Prudence.Bench.Planning.Sampling;

/// <summary>Draws tasks evenly over suites.</summary>
internal static class SampleDraw
{
    /// <summary>
    /// Shuffles the tasks of every suite and the order of the suites, then deals one task per suite in turn until
    /// <paramref name="count"/> are drawn or none is left. A larger count with the same seed extends the smaller sample.
    /// </summary>
    public static IReadOnlyList<BenchmarkTask> Evenly(IEnumerable<BenchmarkTask> tasks, int count, ulong seed)
    {
        var suites = tasks
            .GroupBy(static task => task.Suite, StringComparer.Ordinal)
            .OrderBy(static suite => suite.Key, StringComparer.Ordinal)
            .Select(suite => Shuffled(suite, seed))
            .ToArray();
        new SplitMix64(seed).Shuffle(suites);

        var drawn = new List<BenchmarkTask>(count);
        for (var turn = 0; suites.Any(suite => turn < suite.Length); turn++)
        {
            foreach (var suite in suites.Where(suite => turn < suite.Length))
            {
                if (drawn.Count == count)
                {
                    return drawn;
                }

                drawn.Add(suite[turn]);
            }
        }

        return drawn;
    }

    /// <summary>The <paramref name="count"/> tasks with the smallest problem files, ties by name.</summary>
    public static IReadOnlyList<BenchmarkTask> Smallest(IEnumerable<BenchmarkTask> tasks, int count, Func<BenchmarkTask, long> size) =>
        [.. tasks
            .OrderBy(size)
            .ThenBy(static task => task.Key, StringComparer.Ordinal)
            .Take(count)];

    private static BenchmarkTask[] Shuffled(IGrouping<string, BenchmarkTask> suite, ulong seed)
    {
        var tasks = suite.OrderBy(static task => task.Name, StringComparer.Ordinal).ToArray();
        SplitMix64.ForName(seed, suite.Key).Shuffle(tasks);
        return tasks;
    }
}
