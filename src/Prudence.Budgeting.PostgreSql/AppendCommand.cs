using Npgsql;
using NpgsqlTypes;

namespace Prudence.Budgeting.PostgreSql;

/// <summary>
/// Appends in one transaction, sent as a whole: a process that ends in the middle of it leaves nothing locked. Whoever changes the head locks its row
/// until the commit; another one that waited for it finds the head changed, and neither changes nor inserts anything.
/// </summary>
internal sealed class AppendCommand : IAsyncDisposable
{
    private readonly NpgsqlBatch batch;
    private readonly NpgsqlBatchCommand write;

    public AppendCommand(NpgsqlConnection connection, SchemaName schema)
    {
        write = new NpgsqlBatchCommand($"""
            WITH moved AS (
                UPDATE {schema.Quoted}.head SET sequence = $3, hash = $4 WHERE id = 1 AND sequence = $1 AND hash = $2 RETURNING id)
            INSERT INTO {schema.Quoted}.entry (sequence, record) SELECT new.sequence, new.record FROM moved, unnest($5, $6) AS new (sequence, record)
            """);
        foreach (var type in (NpgsqlDbType[])[NpgsqlDbType.Bigint, NpgsqlDbType.Bytea, NpgsqlDbType.Bigint, NpgsqlDbType.Bytea,
            NpgsqlDbType.Array | NpgsqlDbType.Bigint, NpgsqlDbType.Array | NpgsqlDbType.Bytea])
        {
            write.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        }

        batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"),
                new NpgsqlBatchCommand("SET LOCAL synchronous_commit = on"),
                write,
                new NpgsqlBatchCommand("COMMIT"),
            },
        };
    }

    public Task PrepareAsync(CancellationToken cancellation) => batch.PrepareAsync(cancellation);

    /// <summary>False, and nothing is appended, if the ledger does not end where expected.</summary>
    public async ValueTask<bool> RunAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        write.Parameters[0].Value = expected.Sequence;
        write.Parameters[1].Value = expected.Hash.ToArray();
        write.Parameters[2].Value = head.Sequence;
        write.Parameters[3].Value = head.Hash.ToArray();
        write.Parameters[4].Value = records.Select(static record => record.Sequence).ToArray();
        write.Parameters[5].Value = records.Select(static record => record.Bytes.ToArray()).ToArray();
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return write.Rows == (ulong)records.Count;
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}
