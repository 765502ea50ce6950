namespace Prudence.Neural;

/// <summary>
/// What computing needs besides tensors: threads and scratch memory. One caller at a time. Work is cut by output, never inside a sum, so that
/// results are the same to the last bit for any number of threads.
/// </summary>
public sealed unsafe class ComputeContext : IDisposable
{
    private readonly ThreadTeam team;
    private readonly ScratchMemory[] scratch;
    private readonly ScratchMemory shared = new();

    /// <summary>Makes a context.</summary>
    /// <param name="threads">The number of threads, the caller's included; 0 takes one for each processor.</param>
    public ComputeContext(int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        team = new(threads == 0 ? Environment.ProcessorCount : threads);
        scratch = [.. Enumerable.Range(0, team.Size).Select(static _ => new ScratchMemory())];
    }

    /// <summary>The number of threads.</summary>
    public int Threads => team.Size;

    /// <summary>Stops the threads and frees the memory.</summary>
    public void Dispose()
    {
        team.Dispose();
        shared.Dispose();
        foreach (var memory in scratch)
        {
            memory.Dispose();
        }
    }

    /// <summary>Does items of work on all threads.</summary>
    /// <param name="body">The work; a local variable of the caller.</param>
    /// <param name="items">How many items there are.</param>
    /// <param name="itemsAtOnce">How many a thread takes at a time, so that one take is worth the trouble (some 10 microseconds).</param>
    internal void For<TBody>(ref TBody body, int items, int itemsAtOnce)
        where TBody : struct, IParallelBody => team.For(ref body, items, Math.Max(1, itemsAtOnce));

    /// <summary>Memory of one thread, until it asks the same place again.</summary>
    internal ScratchMemory Scratch(int worker) => scratch[worker];

    /// <summary>Memory that one thread fills and all read.</summary>
    internal ScratchMemory SharedScratch => shared;
}
