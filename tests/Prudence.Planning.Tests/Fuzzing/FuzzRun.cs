using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Prudence.Planning.Tests.Fuzzing;

/// <summary>
/// Checks mutants by number on two threads: the same number always makes the same mutant. The texts of one that fails, or takes more than
/// a second of processor time, are kept under <c>.build/fuzz</c>, and the failure says where.
/// </summary>
internal sealed class FuzzRun(string name, Func<int, Mutant> make)
{
    private const int Threads = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private readonly string folder = Path.Combine(RepositoryFiles.Root, ".build", "fuzz");
    private readonly (int Seed, long Start)[] current = new (int, long)[Threads];
    private readonly Lock gate = new();
    private string? failure;
    private int next;
    private int end;

    /// <summary>Checks <paramref name="count"/> mutants.</summary>
    public void Run(int first, int count)
    {
        Directory.CreateDirectory(folder);
        (next, end) = (first, first + count);
        var started = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, Threads).Select(Start).ToArray();
        foreach (var worker in workers)
        {
            while (!worker.Join(Poll))
            {
                Watch(count, started);
                Assert.True(failure is null, failure);
            }
        }

        WriteProgress(count, started);
        Assert.True(failure is null, failure);
    }

    // A thread of its own may be left behind where a mutant never ends; one of the pool could not.
    private Thread Start(int worker)
    {
        var thread = new Thread(() => Work(worker)) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Work(int worker)
    {
        for (var seed = Interlocked.Increment(ref next) - 1; seed < end && failure is null; seed = Interlocked.Increment(ref next) - 1)
        {
            lock (gate)
            {
                current[worker] = (seed, Stopwatch.GetTimestamp());
            }

            Check(seed);
        }

        lock (gate)
        {
            current[worker] = default;
        }
    }

    private void Check(int seed)
    {
        try
        {
            var mutant = make(seed);
            var taken = Time(mutant);

            // Compilation and garbage collection take their time as well: only a mutant that is slow every time is a slow one.
            for (var again = 0; again < 4 && taken > Limit; again++)
            {
                taken = Time(mutant);
            }

            if (taken > Limit)
            {
                Fail(seed, $"takes {taken}");
            }
        }
        catch (Exception exception)
        {
            Fail(seed, exception.ToString());
        }
    }

    private static TimeSpan Time(Mutant mutant)
    {
        var start = ThreadClock.Now;
        mutant.Check();
        return ThreadClock.Now - start;
    }

    private void Fail(int seed, string what)
    {
        var kept = make(seed).Files.Select(file => (Path: Path.Combine(folder, $"{name}-{seed}-{file.Name}"), file.Text)).ToList();
        // Halves of surrogate pairs have no encoding: the number of the mutant brings them back, the file shows where they stood.
        kept.ForEach(file => File.WriteAllBytes(file.Path, Encoding.UTF8.GetBytes(file.Text)));
        lock (gate)
        {
            failure ??= $"{name} mutant {seed}, kept in {string.Join(" and ", kept.Select(file => file.Path))}: {what}";
        }
    }

    private void Watch(int count, long started)
    {
        WriteProgress(count, started);
        (int Seed, long Start)[] snapshot;
        lock (gate)
        {
            snapshot = [.. current];
        }

        foreach (var (seed, _) in snapshot.Where(item => item.Start != 0 && Stopwatch.GetElapsedTime(item.Start) > Stuck))
        {
            Fail(seed, $"is not done after {Stuck}");
        }
    }

    private void WriteProgress(int count, long started) => File.WriteAllText(
        Path.Combine(folder, $"{name}.progress"),
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, count - Math.Max(0, end - Volatile.Read(ref next)))} of {count} after {Stopwatch.GetElapsedTime(started):hh\\:mm\\:ss}\n"));
}
