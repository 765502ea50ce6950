using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Prudence.Budgeting.Sqlite;

/// <summary>
/// A prepared statement without the objects that commands, parameters and readers make for each row. One thread at a time; after each use it must
/// be reset, or it keeps its lock.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The text does not fit the database.</exception>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, text, out statement));
    }

    public SqliteStatement Bind(int parameter, long number)
    {
        Check(raw.sqlite3_bind_int64(statement, parameter, number));
        return this;
    }

    public SqliteStatement Bind(int parameter, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(statement, parameter, bytes));
        return this;
    }

    /// <summary>Runs to the end.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Goes to the next row; false if there is none.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    public void Reset() => _ = raw.sqlite3_reset(statement);

    public long? Number(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, column) : null;

    /// <summary>The bytes of a column until the next step, or none if it has something else.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_BLOB ? raw.sqlite3_column_blob(statement, column) : [];

    public void Dispose() => statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
