using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Prudence.Budgeting.Sqlite;

/// <summary>Makes a new file a ledger, and refuses files that are something else.</summary>
internal static class LedgerSchema
{
    /// <summary>"PLDG": what says in the header of the file that it is a ledger.</summary>
    private const long ApplicationId = 0x504C4447;
    private const long Version = 1;

    public static void Prepare(SqliteConnection connection, string file)
    {
        // SQLite opens what it may not write for reading, and would say so at the first entry only.
        if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
        {
            throw new LedgerUnavailableException($"The ledger {file} cannot be opened for writing: the file, or its file system, is read-only");
        }

        // Looks first: another program's database must not even have its journal mode changed.
        Execute(connection, "PRAGMA busy_timeout=30000;");
        if (!IsEmpty(connection))
        {
            Check(connection, file);
        }

        // WAL with FULL: one write and one fsync for a commit, after which it survives a loss of power.
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=1; PRAGMA wal_autocheckpoint=4000;");
        Execute(connection, "BEGIN IMMEDIATE;");
        if (IsEmpty(connection))
        {
            Create(connection);
        }

        Execute(connection, "COMMIT;");
        Check(connection, file);
    }

    /// <summary>Looks at the header alone; a writer that has just locked the file is waited for.</summary>
    public static void CheckForReading(SqliteConnection connection, string file)
    {
        Execute(connection, "PRAGMA busy_timeout=30000;");
        Check(connection, file);
    }

    public static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static bool IsEmpty(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_schema;") == 0 && Number(connection, "PRAGMA application_id;") == 0;

    private static void Create(SqliteConnection connection) => Execute(connection, $"""
        PRAGMA application_id={ApplicationId};
        PRAGMA user_version={Version};
        CREATE TABLE entry (sequence INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT;
        CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
        INSERT INTO head VALUES (1, 0, zeroblob(32));
        """);

    private static void Check(SqliteConnection connection, string file)
    {
        if (Number(connection, "PRAGMA application_id;") != ApplicationId)
        {
            throw new LedgerFormatException($"{file} is an SQLite database, but not a ledger: name another file");
        }

        if (Number(connection, "PRAGMA user_version;") is var version && version != Version)
        {
            throw new LedgerFormatException($"{file} is a ledger of version {version}, and this program reads version {Version}: use a newer program");
        }
    }

    private static long Number(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return (long)command.ExecuteScalar()!;
    }
}
