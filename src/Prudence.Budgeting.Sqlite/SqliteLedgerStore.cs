using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Prudence.Budgeting.Sqlite;

/// <summary>Keeps the records of a ledger in a SQLite file. Several processes may have stores on the same file, on a local disk.</summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int NoSuchTable = 1;

    private readonly SqliteStatement begin;
    private readonly SqliteStatement readHead;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement update;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;

    private SqliteLedgerStore(SqliteConnection connection)
    {
        Connection = connection;
        begin = new SqliteStatement(connection, "BEGIN IMMEDIATE;");
        readHead = new SqliteStatement(connection, "SELECT sequence, hash, (SELECT ifnull(max(sequence), 0) FROM entry) FROM head WHERE id = 1;");
        insert = new SqliteStatement(connection, "INSERT INTO entry VALUES (?1, ?2);");
        update = new SqliteStatement(connection, "UPDATE head SET sequence = ?1, hash = ?2 WHERE id = 1;");
        commit = new SqliteStatement(connection, "COMMIT;");
        rollback = new SqliteStatement(connection, "ROLLBACK;");
    }

    /// <summary>The connection; tests make it fail.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>Opens a ledger's file, or makes one.</summary>
    /// <param name="file">Its path. SQLite keeps <c>-wal</c> and <c>-shm</c> files beside it, which belong to it.</param>
    /// <exception cref="LedgerFormatException">The file is something else.</exception>
    /// <exception cref="LedgerUnavailableException">The file cannot be opened or written.</exception>
    public static SqliteLedgerStore Open(string file) => Open(file, SqliteOpenMode.ReadWriteCreate, LedgerSchema.Prepare, "writing");

    /// <summary>
    /// Opens a ledger's file to read it: no entry can be appended, a file that is missing is not made, and who writes the ledger at the same time
    /// is not held up.
    /// </summary>
    /// <param name="file">Its path. Where nobody else has the ledger open, SQLite makes its <c>-wal</c> and <c>-shm</c> files beside it, and leaves them, without entries.</param>
    /// <exception cref="LedgerFormatException">The file is something else.</exception>
    /// <exception cref="LedgerUnavailableException">The file is missing or cannot be read.</exception>
    public static SqliteLedgerStore OpenReadOnly(string file) => Open(file, SqliteOpenMode.ReadOnly, LedgerSchema.CheckForReading, "reading");

    private static SqliteLedgerStore Open(string file, SqliteOpenMode mode, Action<SqliteConnection, string> prepare, string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            prepare(connection, file);
            return new SqliteLedgerStore(connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw exception.SqliteErrorCode switch
            {
                NotADatabase => new LedgerFormatException($"{file} is not a ledger, nor any SQLite database: name another file", exception),
                Corrupt or NoSuchTable => Damaged(exception),
                _ => new LedgerUnavailableException($"The ledger {file} cannot be opened for {purpose}: {exception.Message}", exception),
            };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default)
    {
        try
        {
            return new(ReadHead());
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var rows = Select(first, last);
        while (Next(rows) is { } record)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        ArgumentNullException.ThrowIfNull(records);
        begin.Run();
        var isWritten = false;
        try
        {
            if (ReadHead() == expected)
            {
                Write(records, head);
                commit.Run();
                isWritten = true;
            }
        }
        finally
        {
            if (!isWritten)
            {
                TakeBack();
            }
        }

        return new(isWritten);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var statement in (SqliteStatement[])[begin, readHead, insert, update, commit, rollback])
        {
            statement.Dispose();
        }

        return Connection.DisposeAsync();
    }

    private static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase or NoSuchTable;

    private static LedgerCorruptionException Damaged(SqliteException exception) =>
        new(0, "file", "a sound SQLite database", exception.Message, exception);

    private static LedgerRecord? Next(SqliteStatement rows)
    {
        try
        {
            if (!rows.Step())
            {
                return null;
            }

            var sequence = rows.Number(0) ?? 0;
            return rows.Bytes(1) is { Length: > 0 } bytes
                ? new LedgerRecord(sequence, bytes.ToArray())
                : throw new LedgerCorruptionException(sequence, "record", "bytes", "none");
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    private SqliteStatement Select(long first, long last)
    {
        try
        {
            return new SqliteStatement(Connection, "SELECT sequence, record FROM entry WHERE sequence BETWEEN ?1 AND ?2 ORDER BY sequence;").Bind(1, first).Bind(2, last);
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    private LedgerHead ReadHead()
    {
        try
        {
            if (!readHead.Step() || readHead.Number(0) is not { } sequence || readHead.Bytes(1) is not { Length: LedgerHash.Size } hash)
            {
                throw new LedgerCorruptionException(0, "head", "a sequence and a hash", "none");
            }

            return readHead.Number(2) is var last && last == sequence
                ? new LedgerHead(sequence, LedgerHash.Read(hash))
                : throw new LedgerCorruptionException(last ?? 0, "last record", $"{sequence}", $"{last}");
        }
        finally
        {
            readHead.Reset();
        }
    }

    private void Write(IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        for (var i = 0; i < records.Count; i++)
        {
            insert.Bind(1, records[i].Sequence).Bind(2, records[i].Bytes.Span).Run();
        }

        Span<byte> hash = stackalloc byte[LedgerHash.Size];
        head.Hash.Write(hash);
        update.Bind(1, head.Sequence).Bind(2, hash).Run();
    }

    /// <summary>After some errors SQLite has rolled back by itself.</summary>
    private void TakeBack()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) == 0)
        {
            rollback.Run();
        }
    }
}
