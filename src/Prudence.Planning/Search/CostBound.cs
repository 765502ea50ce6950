namespace Prudence.Planning.Search;

/// <summary>
/// Only plans that cost less than this are looked for. Searches that share a bound, one after another or on several threads, lower it when they find a plan.
/// </summary>
public sealed class CostBound
{
    private long value;

    /// <summary>A bound that any plan meets, or a tighter one.</summary>
    public CostBound(long value = long.MaxValue) => this.value = value;

    /// <summary>The least cost that is too much.</summary>
    public long Value => Volatile.Read(ref value);

    /// <summary>The rounds that the searches with this bound run in, where several run side by side.</summary>
    internal SearchRounds? Rounds { get; init; }

    /// <summary>Lowers the bound; false if it was that low already.</summary>
    public bool TryLower(long cost)
    {
        for (var seen = Value; cost < seen;)
        {
            var before = Interlocked.CompareExchange(ref value, cost, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }
}
