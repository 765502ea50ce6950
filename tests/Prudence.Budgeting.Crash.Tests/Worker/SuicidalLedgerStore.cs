using System.Diagnostics;

namespace Prudence.Budgeting.Crash.Tests.Worker;

/// <summary>Kills its own process at one visit: before it reads where the ledger ends, before it appends, or after it appended and before anybody is told.</summary>
internal sealed class SuicidalLedgerStore(ILedgerStore inner, int visit) : ILedgerStore
{
    private int visits;

    public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default)
    {
        Visit();
        return inner.ReadHeadAsync(cancellation);
    }

    public IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, CancellationToken cancellation = default) => inner.ReadAsync(first, last, cancellation);

    public async ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        Visit();
        var isAppended = await inner.AppendAsync(expected, records, head);
        Visit();
        return isAppended;
    }

    public ValueTask DisposeAsync()
    {
        Visit();
        return inner.DisposeAsync();
    }

    private void Visit()
    {
        if (++visits == visit)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
