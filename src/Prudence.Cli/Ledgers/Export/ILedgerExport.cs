using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>Writes entries in some format, as they come.</summary>
internal interface ILedgerExport
{
    /// <summary>Takes the next entry of the ledger; all entries come, in order.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isWanted">Whether it is in the scope and the time that were asked for.</param>
    void Write(LedgerEntry entry, bool isWanted);

    /// <summary>Writes what was kept back until the end.</summary>
    void Complete();
}
