using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Prudence.Budgeting.Sqlite;

/// <summary>Keeps the records of a ledger in a SQLite file. Several processes may have stores on the same file, on a local disk.</summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int NoSuchTable = 1;

    private readonly SqliteCommand readHead;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;

    private SqliteLedgerStore(SqliteConnection connection)
    {
        Connection = connection;
        readHead = Prepare("SELECT sequence, hash, (SELECT ifnull(max(sequence), 0) FROM entry) FROM head WHERE id = 1;");
        insert = Prepare("INSERT INTO entry VALUES ($sequence, $record);", ("$sequence", SqliteType.Integer), ("$record", SqliteType.Blob));
        update = Prepare("UPDATE head SET sequence = $sequence, hash = $hash WHERE id = 1;", ("$sequence", SqliteType.Integer), ("$hash", SqliteType.Blob));
    }

    /// <summary>The connection; tests make it fail.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>Opens a ledger's file, or makes one.</summary>
    /// <param name="file">Its path. SQLite keeps <c>-wal</c> and <c>-shm</c> files beside it, which belong to it.</param>
    /// <exception cref="LedgerFormatException">The file is something else.</exception>
    /// <exception cref="LedgerUnavailableException">The file cannot be opened or written.</exception>
    public static SqliteLedgerStore Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            LedgerSchema.Prepare(connection, file);
            return new SqliteLedgerStore(connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw exception.SqliteErrorCode switch
            {
                NotADatabase => new LedgerFormatException($"{file} is not a ledger, nor any SQLite database: name another file", exception),
                Corrupt => Damaged(exception),
                _ => new LedgerUnavailableException($"The ledger {file} cannot be opened for writing: {exception.Message}", exception),
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
        using var command = Connection.CreateCommand();
        command.CommandText = "SELECT sequence, record FROM entry WHERE sequence BETWEEN $first AND $last ORDER BY sequence;";
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        using var rows = command.ExecuteReader();
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
        using var transaction = Connection.BeginTransaction(deferred: false);
        if (ReadHead(transaction) != expected)
        {
            return new(false);
        }

        insert.Transaction = transaction;
        foreach (var record in records)
        {
            insert.Parameters[0].Value = record.Sequence;
            insert.Parameters[1].Value = record.Bytes.ToArray();
            insert.ExecuteNonQuery();
        }

        update.Transaction = transaction;
        update.Parameters[0].Value = head.Sequence;
        update.Parameters[1].Value = head.Hash.ToArray();
        update.ExecuteNonQuery();
        transaction.Commit();
        return new(true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        readHead.Dispose();
        insert.Dispose();
        update.Dispose();
        return Connection.DisposeAsync();
    }

    private static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase or NoSuchTable;

    private static LedgerCorruptionException Damaged(SqliteException exception) =>
        new(0, "file", "a sound SQLite database", exception.Message, exception);

    private static LedgerRecord? Next(SqliteDataReader rows)
    {
        try
        {
            if (!rows.Read())
            {
                return null;
            }

            var sequence = rows.GetInt64(0);
            return rows.GetValue(1) is byte[] bytes
                ? new LedgerRecord(sequence, bytes)
                : throw new LedgerCorruptionException(sequence, "record", "bytes", "something else");
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    private LedgerHead ReadHead(SqliteTransaction? transaction = null)
    {
        readHead.Transaction = transaction;
        using var row = readHead.ExecuteReader();
        if (!row.Read() || row.GetValue(0) is not long sequence || row.GetValue(1) is not byte[] { Length: LedgerHash.Size } hash)
        {
            throw new LedgerCorruptionException(0, "head", "a sequence and a hash", "none");
        }

        var last = row.GetInt64(2);
        return sequence == last
            ? new LedgerHead(sequence, LedgerHash.Read(hash))
            : throw new LedgerCorruptionException(last, "last record", $"{sequence}", $"{last}");
    }

    private SqliteCommand Prepare(string text, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, type) in parameters)
        {
            command.Parameters.Add(name, type);
        }

        return command;
    }
}
