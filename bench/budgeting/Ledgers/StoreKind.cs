using Prudence.Budgeting;
using Prudence.Budgeting.PostgreSql;
using Prudence.Budgeting.Sqlite;

namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>A kind of store to time.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="OpenAsync">Opens an empty store; the folder is empty too, and deleted afterwards.</param>
internal sealed record StoreKind(string Name, Func<string, Task<ILedgerStore>> OpenAsync)
{
    private const string Variable = "PRUDENCE_BENCH_POSTGRESQL";

    public static StoreKind Sqlite { get; } = new("SQLite", static folder => Task.FromResult<ILedgerStore>(SqliteLedgerStore.Open(Path.Combine(folder, "ledger.db"))));

    /// <summary>All that are timed: a PostgreSQL database as well, if the variable says how to connect to one in which schemas may be made and dropped.</summary>
    public static IReadOnlyList<StoreKind> All { get; } =
    [
        Sqlite,
        .. Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? [PostgreSql(connection)] : Array.Empty<StoreKind>(),
        new("in memory", static _ => Task.FromResult<ILedgerStore>(new InMemoryLedgerStore())),
    ];

    private static StoreKind PostgreSql(string connection) => new("PostgreSQL", async folder =>
        await PostgreSqlLedgerStore.OpenAsync(connection, Path.GetFileName(folder).Replace('-', '_')));
}
