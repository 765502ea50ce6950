using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>The life of a hold.</summary>
/// <param name="Reservation">The entry that began it.</param>
/// <param name="End">The entry that ended it: a settlement, a release or an expiry.</param>
internal sealed record HoldSpan(LedgerEntry Reservation, LedgerEntry End)
{
    /// <summary>How it ended, in a word.</summary>
    public string Ending => End.Kind switch
    {
        LedgerEntryKind.Release => "released",
        LedgerEntryKind.Expire => "expired",
        _ when End.Marks.HasFlag(LedgerMarks.AfterExpiry) => "settled-after-expiry",
        _ when End.Marks.HasFlag(LedgerMarks.Overrun) => "overrun",
        _ => "settled",
    };

    /// <summary>What went wrong; null if nothing did.</summary>
    public string? Problem => Ending switch
    {
        "expired" => "nobody settled or released the hold before it expired",
        "settled-after-expiry" => "the hold had expired before it was settled",
        "overrun" => "more was used than held",
        _ => null,
    };

    /// <summary>What was charged.</summary>
    public Cost Spent => End.Kind == LedgerEntryKind.Settle ? End.Amounts : Cost.Zero;
}
