namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>What came of comparing charges with lines.</summary>
internal enum Comparison
{
    Agrees,
    Differs,
    OnlyInLedger,
    OnlyOnInvoice,
}
