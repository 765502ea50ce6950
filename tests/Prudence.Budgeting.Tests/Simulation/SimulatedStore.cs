using System.Runtime.CompilerServices;

namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>
/// The store of one process. Reading answers at once; an append waits until the simulation lets it through, so that other processes come between.
/// </summary>
internal sealed class SimulatedStore(SimulatedDisk disk) : ILedgerStore
{
    private (Func<bool> Write, TaskCompletionSource<bool> Answer)? pending;

    public bool IsWriting => pending is not null;

    /// <summary>Writes what waits, and answers.</summary>
    public void Complete()
    {
        var (write, answer) = Take();
        answer.SetResult(write());
    }

    /// <summary>Fails what waits, before or after it is written.</summary>
    public void Fail(bool isWritten)
    {
        var (write, answer) = Take();
        if (isWritten)
        {
            write();
        }

        answer.SetException(new IOException("the disk is gone"));
    }

    /// <summary>The process dies while something waits: it may be written, and nobody hears of it.</summary>
    public void Abandon(bool isWritten)
    {
        if (pending is not null && isWritten)
        {
            Take().Write();
        }
    }

    public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default) => new(disk.Head);

    public async IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var record in disk.Range(first, last))
        {
            yield return record;
        }

        await Task.CompletedTask;
    }

    public ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        // The writer uses its lists again; the disk keeps what was given to it. Whoever waits goes on in the step that answers, on the one thread there is.
        LedgerRecord[] copy = [.. records.Select(static record => record with { Bytes = record.Bytes.ToArray() })];
        var answer = new TaskCompletionSource<bool>();
        pending = (() => disk.Append(expected, copy, head), answer);
        return new(answer.Task);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (Func<bool> Write, TaskCompletionSource<bool> Answer) Take()
    {
        var taken = pending!.Value;
        pending = null;
        return taken;
    }
}
