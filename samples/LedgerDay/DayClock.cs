namespace LedgerDay;

/// <summary>A clock that the program sets, so that the ledger is the same whenever it is made.</summary>
internal sealed class DayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
