using Microsoft.Data.Sqlite;
using Prudence.Budgeting.PostgreSql;
using Prudence.Budgeting.Sqlite;

namespace Prudence.Budgeting.Crash.Tests.Worker;

/// <summary>Where a ledger is, in words that fit on a command line.</summary>
/// <param name="Place">A SQLite file, or the connection string of a PostgreSQL server.</param>
/// <param name="Schema">The schema on the server; empty for a file.</param>
internal sealed record LedgerSite(string Place, string Schema)
{
    public bool IsFile => Schema.Length == 0;

    public async Task<ILedgerStore> OpenAsync() => IsFile ? SqliteLedgerStore.Open(Place) : await PostgreSqlLedgerStore.OpenAsync(Place, Schema);

    /// <summary>Has SQLite move everything from the log to the file and cut the log, as it does by itself from time to time. A server sees to that itself.</summary>
    public void Checkpoint()
    {
        if (!IsFile)
        {
            return;
        }

        try
        {
            using var connection = new SqliteConnection($"Data Source={Place};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // On a failing disk all stays in the log, and the ledger has to cope with that.
        }
    }
}
