using Prudence.Budgeting;
using Prudence.Budgeting.Sqlite;

namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>A kind of store to time.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Open">Opens an empty store; the folder is empty too, and deleted afterwards.</param>
internal sealed record StoreKind(string Name, Func<string, ILedgerStore> Open)
{
    public static StoreKind Sqlite { get; } = new("SQLite", static folder => SqliteLedgerStore.Open(Path.Combine(folder, "ledger.db")));

    /// <summary>All that are timed; a new one is one line here.</summary>
    public static IReadOnlyList<StoreKind> All { get; } =
    [
        Sqlite,
        new("in memory", static _ => new InMemoryLedgerStore()),
    ];
}
