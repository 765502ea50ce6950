using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>What is to be compared, and how.</summary>
internal sealed record ReconciliationRequest
{
    public required Resource Resource { get; init; }

    public required Grouping Grouping { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Names the invoice in the keys of its adjustments.</summary>
    public required string InvoiceId { get; init; }

    /// <summary>The only scope of the ledger that the invoice is for, with those below it; null for all.</summary>
    public string? Scope { get; init; }

    /// <summary>The time of the ledger that the invoice is for; null for its first to its last day.</summary>
    public TimeRange? Range { get; init; }

    /// <summary>Differences up to this are none, in the unit of the resource.</summary>
    public long Tolerance { get; init; }

    /// <summary>What stands in the ledger for a name of the invoice.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
