using System.Runtime.CompilerServices;
using Npgsql;

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
    private readonly AppendCommand append;

    private PostgreSqlLedgerStore(NpgsqlConnection connection, SchemaName schema)
    {
        (this.connection, this.schema) = (connection, schema);
        readHead = new NpgsqlCommand($"SELECT sequence, hash, (SELECT coalesce(max(sequence), 0) FROM {schema.Quoted}.entry) FROM {schema.Quoted}.head WHERE id = 1", connection);
        append = new AppendCommand(connection, schema);
    }

    /// <summary>Opens a ledger's schema, or makes one.</summary>
    /// <param name="connectionString">The server, the database and the user in Npgsql's form, such as <c>Host=server;Database=ledger;Username=prudence</c>.</param>
    /// <param name="schema">The name of the ledger within the database: up to 63 of a to z, 0 to 9 and _.</param>
    /// <param name="cancellation">Stops connecting.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or the schema cannot have that name.</exception>
    /// <exception cref="LedgerFormatException">The schema is something else.</exception>
    /// <exception cref="LedgerUnavailableException">The server cannot be reached, refuses, or does not keep what it writes.</exception>
    public static Task<PostgreSqlLedgerStore> OpenAsync(
        string connectionString, string schema = DefaultSchema, CancellationToken cancellation = default) =>
        OpenAsync(connectionString, new SchemaName(schema), isReadOnly: false, cancellation);

    /// <summary>Opens a ledger's schema to read it, on a standby as well: no entry can be appended, and a schema that is missing is not made.</summary>
    /// <param name="connectionString">The server, the database and the user in Npgsql's form, such as <c>Host=server;Database=ledger;Username=auditor</c>.</param>
    /// <param name="schema">The name of the ledger within the database.</param>
    /// <param name="cancellation">Stops connecting.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or no schema can have that name.</exception>
    /// <exception cref="LedgerFormatException">The schema is something else.</exception>
    /// <exception cref="LedgerUnavailableException">The server cannot be reached or refuses, or there is no such ledger.</exception>
    public static Task<PostgreSqlLedgerStore> OpenReadOnlyAsync(
        string connectionString, string schema = DefaultSchema, CancellationToken cancellation = default) =>
        OpenAsync(connectionString, new SchemaName(schema), isReadOnly: true, cancellation);

    private static async Task<PostgreSqlLedgerStore> OpenAsync(string connectionString, SchemaName schema, bool isReadOnly, CancellationToken cancellation)
    {
        var connection = LedgerConnection.Create(connectionString);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            var tables = new LedgerSchema(connection, schema);
            await (isReadOnly ? tables.CheckForReadingAsync(cancellation) : tables.PrepareAsync(cancellation)).ConfigureAwait(false);
            var store = new PostgreSqlLedgerStore(connection, schema);
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
                    var (purpose, why) = (isReadOnly ? "reading" : "writing", (exception as PostgresException)?.MessageText ?? exception.Message);
                    throw new LedgerUnavailableException(
                        $"The ledger {schema} on {LedgerConnection.Describe(connection)} cannot be opened for {purpose}: {why}", exception);
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
    public ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        ArgumentNullException.ThrowIfNull(records);
        return append.RunAsync(expected, records, head);
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

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await readHead.PrepareAsync(cancellation).ConfigureAwait(false);
        await append.PrepareAsync(cancellation).ConfigureAwait(false);
    }
}
