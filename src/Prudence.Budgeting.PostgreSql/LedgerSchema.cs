using System.Data;
using Npgsql;

namespace Prudence.Budgeting.PostgreSql;

/// <summary>Makes the tables of a new ledger, and refuses a schema that is something else and a server that does not keep what it says it wrote.</summary>
internal sealed class LedgerSchema(NpgsqlConnection connection, SchemaName schema)
{
    private const int Version = 1;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await SetUpSessionAsync(cancellation).ConfigureAwait(false);
        await CheckServerAsync(cancellation).ConfigureAwait(false);
        if (!await HasTableAsync("format", cancellation).ConfigureAwait(false))
        {
            await CreateAsync(cancellation).ConfigureAwait(false);
        }

        await CheckVersionAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes nothing, and has the server refuse all changes.</summary>
    public async Task CheckForReadingAsync(CancellationToken cancellation)
    {
        await SetUpSessionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync("SET default_transaction_read_only = on", cancellation).ConfigureAwait(false);
        if (!await HasTableAsync("format", cancellation).ConfigureAwait(false))
        {
            throw await HasTableAsync("%", cancellation).ConfigureAwait(false)
                ? SomethingElse()
                : new LedgerUnavailableException($"There is no ledger in schema {schema}: name another schema or database");
        }

        await CheckVersionAsync(cancellation).ConfigureAwait(false);
    }

    private async Task SetUpSessionAsync(CancellationToken cancellation)
    {
        // A process that dies with its machine must not keep the head locked until the network notices.
        await ExecuteAsync("SET idle_in_transaction_session_timeout = '10s'", cancellation).ConfigureAwait(false);

        // A ledger may have nothing to do for a night; servers from version 14 on can be told to end such sessions.
        await ExecuteAsync("SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings WHERE name = 'idle_session_timeout'", cancellation).ConfigureAwait(false);
    }

    private async Task CheckServerAsync(CancellationToken cancellation)
    {
        if (await ScalarAsync<string>("SELECT current_setting('transaction_read_only')", cancellation).ConfigureAwait(false) == "on")
        {
            throw new LedgerUnavailableException("The server takes no changes, as a standby does: name the primary server, or allow this user to write");
        }

        if (await ScalarAsync<string>("SELECT current_setting('fsync')", cancellation).ConfigureAwait(false) == "off")
        {
            throw new LedgerUnavailableException("The server runs with fsync=off and may lose what it answered to: turn fsync on");
        }
    }

    private async Task CheckVersionAsync(CancellationToken cancellation)
    {
        var version = await ScalarAsync<int>($"SELECT version FROM {schema.Quoted}.format", cancellation).ConfigureAwait(false);
        if (version != Version)
        {
            throw new LedgerFormatException(
                $"Schema {schema} holds a ledger of version {version}, and this program reads version {Version}: use a newer program");
        }
    }

    private async Task CreateAsync(CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation).ConfigureAwait(false);

        // One at a time: of two that create the same schema at once PostgreSQL lets one fail.
        await ExecuteAsync($"SELECT pg_advisory_xact_lock(hashtextextended('prudence ledger {schema}', 0))", cancellation).ConfigureAwait(false);
        if (await HasTableAsync("format", cancellation).ConfigureAwait(false))
        {
            return;
        }

        if (await HasTableAsync("%", cancellation).ConfigureAwait(false))
        {
            throw SomethingElse();
        }

        await CreateTablesAsync(cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task CreateTablesAsync(CancellationToken cancellation)
    {
        if (!await ScalarAsync<bool>($"SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = '{schema}')", cancellation).ConfigureAwait(false))
        {
            await ExecuteAsync($"CREATE SCHEMA {schema.Quoted}", cancellation).ConfigureAwait(false);
        }

        await ExecuteAsync($"""
            CREATE TABLE {schema.Quoted}.entry (sequence bigint PRIMARY KEY, record bytea NOT NULL);
            CREATE TABLE {schema.Quoted}.head (id integer PRIMARY KEY CHECK (id = 1), sequence bigint NOT NULL, hash bytea NOT NULL);
            CREATE TABLE {schema.Quoted}.format (version integer NOT NULL);
            INSERT INTO {schema.Quoted}.head VALUES (1, 0, decode(repeat('00', {LedgerHash.Size}), 'hex'));
            INSERT INTO {schema.Quoted}.format VALUES ({Version});
            """, cancellation).ConfigureAwait(false);
    }

    private LedgerFormatException SomethingElse() => new($"Schema {schema} has tables in it, but is no ledger: name another schema");

    /// <summary>Reads the catalogue as a table: functions such as to_regclass answer from a cache, which may not know yet what another one created.</summary>
    private Task<bool> HasTableAsync(string pattern, CancellationToken cancellation) => ScalarAsync<bool>(
        $"SELECT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = '{schema}' AND tablename LIKE '{pattern}')", cancellation);

    private async Task<T> ScalarAsync<T>(string text, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is T value
            ? value
            : throw new LedgerFormatException($"Schema {schema} does not say which version its ledger has: name another schema, or restore it from a copy");
    }

    private async Task ExecuteAsync(string text, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
