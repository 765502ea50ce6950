using System.Runtime.CompilerServices;

namespace Prudence.Neural;

/// <summary>
/// Threads that share loops with the one that calls. A call costs no garbage and does not wait for a thread that sleeps: it starts working
/// alone, and those that wake in time take what is left.
/// </summary>
internal sealed unsafe class ThreadTeam : IDisposable
{
    private const int SpinsBeforeSleep = 2000;

    private readonly Thread[] helpers;
    private readonly SemaphoreSlim wake = new(0);
    private void* body;
    private delegate*<void*, int, int, int, void> run;
    private int count;
    private int chunk;
    private int next;
    private int active;
    private int sleeping;
    private int round;
    private volatile bool isOpen;
    private volatile bool isDisposed;

    public ThreadTeam(int threads)
    {
        helpers = new Thread[threads - 1];
        for (var index = 0; index < helpers.Length; index++)
        {
            var worker = index + 1;
            helpers[index] = new(() => Help(worker)) { IsBackground = true, Name = $"Prudence neural {worker}" };
            helpers[index].Start();
        }
    }

    public int Size => helpers.Length + 1;

    /// <summary>Does all items of work that is a local variable of the caller; which thread does which is left to chance, so no result may depend on it.</summary>
    public void For<TBody>(ref TBody work, int items, int itemsAtOnce)
        where TBody : struct, IParallelBody
    {
        if (helpers.Length == 0 || items <= itemsAtOnce)
        {
            work.Run(0, items, 0);
            return;
        }

        // The struct is a local of the caller, so it does not move, and the caller waits here until nobody uses it.
        body = Unsafe.AsPointer(ref work);
        run = &Invoke<TBody>;
        count = items;
        chunk = itemsAtOnce;
        Volatile.Write(ref next, 0);
        isOpen = true;
        Interlocked.Increment(ref round);
        if (Volatile.Read(ref sleeping) > 0)
        {
            wake.Release(Math.Min(helpers.Length, Math.Max(1, Volatile.Read(ref sleeping))));
        }

        Take(0);
        isOpen = false;
        Interlocked.MemoryBarrier();
        var spin = new SpinWait();
        while (Volatile.Read(ref active) > 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    public void Dispose()
    {
        isDisposed = true;
        if (helpers.Length > 0)
        {
            wake.Release(helpers.Length);
        }

        foreach (var helper in helpers)
        {
            helper.Join();
        }

        wake.Dispose();
    }

    private static void Invoke<TBody>(void* pointer, int start, int end, int worker)
        where TBody : struct, IParallelBody => Unsafe.AsRef<TBody>(pointer).Run(start, end, worker);

    private void Help(int worker)
    {
        var seen = 0;
        while (!isDisposed)
        {
            seen = AwaitRound(seen);
            Interlocked.Increment(ref active);
            if (isOpen)
            {
                Take(worker);
            }

            Interlocked.Decrement(ref active);
        }
    }

    private int AwaitRound(int seen)
    {
        for (var spins = 0; spins < SpinsBeforeSleep; spins++)
        {
            var current = Volatile.Read(ref round);
            if (current != seen || isDisposed)
            {
                return current;
            }

            Thread.SpinWait(10);
        }

        Interlocked.Increment(ref sleeping);
        if (Volatile.Read(ref round) == seen && !isDisposed)
        {
            wake.Wait();
        }

        Interlocked.Decrement(ref sleeping);
        return Volatile.Read(ref round);
    }

    private void Take(int worker)
    {
        while (true)
        {
            var start = Interlocked.Add(ref next, chunk) - chunk;
            if (start >= count)
            {
                return;
            }

            run(body, start, Math.Min(start + chunk, count), worker);
        }
    }
}
