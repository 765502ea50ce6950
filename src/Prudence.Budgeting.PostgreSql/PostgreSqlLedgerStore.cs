using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Prudence.Budgeting.PostgreSql;

/// <summary>
/// Keeps the records of a ledger in a schema of a PostgreSQL database. Several processes, on several machines, may have stores on the same schema.
/// A store has one connection; once that is lost everything it is asked fails, and a new one must be opened.
/// </summary>
public sealed class PostgreSqlLedgerStore : ILedgerStore
{
    /// <summary>The schema where none is named.</summary>
    public const string DefaultSchema = "prudence_ledger";

    private readonly NpgsqlConnection connection;
    private readonly SchemaName schema;
    private readonly NpgsqlCommand readHead;
    private readonly NpgsqlBatch append;

    private PostgreSqlLedgerStore(NpgsqlConnection connection, SchemaName schema)
    {
        (this.connection, this.schema) = (connection, schema);
        readHead = new NpgsqlCommand($"SELECT sequence, hash, (SELECT coalesce(max(sequence), 0) FROM {schema.Quoted}.entry) FROM {schema.Quoted}.head WHERE id = 1", connection);
        append = CreateAppend();
    }

    /// <summary>Opens a ledger's schema, or makes one.</summary>
    /// <param name="connectionString">The server, the database and the user in Npgsql's form, such as <c>Host=server;Database=ledger;Username=prudence</c>.</param>
    /// <param name="schema">The name of the ledger within the database: up to 63 of a to z, 0 to 9 and _.</param>
    /// <param name="cancellation">Stops connecting.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or the schema cannot have that name.</exception>
    /// <exception cref="LedgerFormatException">The schema is something else.</exception>
    /// <exception cref="LedgerUnavailableException">The server cannot be reached, refuses, or does not keep what it writes.</exception>
    public static async Task<PostgreSqlLedgerStore> OpenAsync(
        string connectionString, string schema = DefaultSchema, CancellationToken cancellation = default)
    {
        var name = new SchemaName(schema);
        var connection = LedgerConnection.Create(connectionString);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            await new LedgerSchema(connection, name).PrepareAsync(cancellation).ConfigureAwait(false);
            var store = new PostgreSqlLedgerStore(connection, name);
            await store.PrepareAsync(cancellation).ConfigureAwait(false);
            return store;
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            switch (exception)
            {
                case PostgresException refusal when IsDamage(refusal):
                    throw Damaged(refusal);
                case NpgsqlException or TimeoutException:
                    throw new LedgerUnavailableException(
                        $"The ledger {schema} on {LedgerConnection.Describe(connection)} cannot be opened: {exception.Message}", exception);
                default:
                    throw;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var row = await readHead.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            if (!await row.ReadAsync(cancellation).ConfigureAwait(false) || row.GetFieldValue<byte[]>(1) is not { Length: LedgerHash.Size } hash)
            {
                throw new LedgerCorruptionException(0, "head", "a sequence and a hash", "none");
            }

            var (sequence, last) = (row.GetInt64(0), row.GetInt64(2));
            return sequence == last
                ? new LedgerHead(sequence, LedgerHash.Read(hash))
                : throw new LedgerCorruptionException(last, "last record", $"{sequence}", $"{last}");
        }
        catch (PostgresException exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var command = new NpgsqlCommand($"SELECT sequence, record FROM {schema.Quoted}.entry WHERE sequence BETWEEN $1 AND $2 ORDER BY sequence", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = first }, new NpgsqlParameter<long> { TypedValue = last } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await NextAsync(rows, cancellation).ConfigureAwait(false) is { } record)
        {
            yield return record;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        ArgumentNullException.ThrowIfNull(records);
        var write = append.BatchCommands[2];
        write.Parameters[0].Value = expected.Sequence;
        write.Parameters[1].Value = expected.Hash.ToArray();
        write.Parameters[2].Value = head.Sequence;
        write.Parameters[3].Value = head.Hash.ToArray();
        write.Parameters[4].Value = records.Select(static record => record.Sequence).ToArray();
        write.Parameters[5].Value = records.Select(static record => record.Bytes.ToArray()).ToArray();
        await append.ExecuteNonQueryAsync().ConfigureAwait(false);
        return write.Rows == (ulong)records.Count;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await readHead.DisposeAsync().ConfigureAwait(false);
        await append.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private static bool IsDamage(PostgresException exception) => exception.SqlState
        is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn;

    private static LedgerCorruptionException Damaged(PostgresException exception) =>
        new(0, "database", "the sound tables of a ledger", exception.MessageText, exception);

    private static async ValueTask<LedgerRecord?> NextAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        try
        {
            return await rows.ReadAsync(cancellation).ConfigureAwait(false) ? new LedgerRecord(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : null;
        }
        catch (PostgresException exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <summary>
    /// One transaction, sent as a whole: a process that ends in the middle of it leaves nothing locked. Whoever changes the head locks its row until
    /// the commit; another one that waited for it finds the head changed, and neither changes nor inserts anything.
    /// </summary>
    private NpgsqlBatch CreateAppend() => new(connection)
    {
        BatchCommands =
        {
            new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"),
            new NpgsqlBatchCommand("SET LOCAL synchronous_commit = on"),
            new NpgsqlBatchCommand($"""
                WITH moved AS (
                    UPDATE {schema.Quoted}.head SET sequence = $3, hash = $4 WHERE id = 1 AND sequence = $1 AND hash = $2 RETURNING id)
                INSERT INTO {schema.Quoted}.entry (sequence, record) SELECT new.sequence, new.record FROM moved, unnest($5, $6) AS new (sequence, record)
                """)
            {
                Parameters =
                {
                    new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint },
                    new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea },
                    new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint },
                    new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea },
                    new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                    new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                },
            },
            new NpgsqlBatchCommand("COMMIT"),
        },
    };

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await readHead.PrepareAsync(cancellation).ConfigureAwait(false);
        await append.PrepareAsync(cancellation).ConfigureAwait(false);
    }
}
