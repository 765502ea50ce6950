using System.Runtime.CompilerServices;

namespace Prudence.Budgeting;

/// <summary>Keeps records for as long as the process runs; for tests and trials. Several ledgers may use it at once.</summary>
public sealed class InMemoryLedgerStore : ILedgerStore
{
    private readonly Lock gate = new();
    private LedgerHead end;

    /// <summary>The records kept; tests damage them.</summary>
    internal List<LedgerRecord> Records { get; } = [];

    /// <inheritdoc/>
    public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return (Records.Count == 0 ? 0 : Records[^1].Sequence) is var last && last == end.Sequence
                ? new(end)
                : throw new LedgerCorruptionException(last, "last record", $"{end.Sequence}", $"{last}");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        LedgerRecord[] range;
        lock (gate)
        {
            var begin = Records.Count;
            while (begin > 0 && Records[begin - 1].Sequence >= first)
            {
                begin--;
            }

            range = [.. Records.Skip(begin).TakeWhile(record => record.Sequence <= last)];
        }

        foreach (var record in range)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        ArgumentNullException.ThrowIfNull(records);
        lock (gate)
        {
            if (end != expected)
            {
                return new(false);
            }

            Records.AddRange(records);
            end = head;
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
