namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>Which columns of an invoice say what.</summary>
internal sealed record InvoiceColumns
{
    /// <summary>When: a day, an instant, or seconds since 1970.</summary>
    public string? Time { get; init; }

    /// <summary>The columns whose sum is the amount.</summary>
    public IReadOnlyList<string> Amount { get; init; } = [];

    /// <summary>The currency, which must be US dollars; null if no column says it.</summary>
    public string? Currency { get; init; }

    /// <summary>The request's id, which is the idempotency key in the ledger; null if the invoice has none.</summary>
    public string? Key { get; init; }

    /// <summary>What stands for the scope, such as a project.</summary>
    public string? Scope { get; init; }

    /// <summary>What stands for the purpose, such as a model.</summary>
    public string? Purpose { get; init; }
}
