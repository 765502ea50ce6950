using System.Data.Common;
using System.Globalization;
using Prudence.Budgeting;
using Prudence.Budgeting.PostgreSql;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>A ledger in a schema of a PostgreSQL database.</summary>
/// <param name="Name">The address without its password.</param>
/// <param name="Connection">How to connect, in Npgsql's form.</param>
/// <param name="Schema">The schema.</param>
internal sealed record DatabaseLedger(string Name, string Connection, string Schema) : LedgerLocation(Name)
{
    private const string Expected = "expected postgresql://USER@HOST:PORT/DATABASE, and ?schema=NAME&sslmode=MODE if need be";
    private static readonly string[] Schemes = ["postgresql", "postgres"];

    public static bool IsAddress(string place) => Array.Exists(Schemes, scheme => place.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads an address as other PostgreSQL programs do.</summary>
    /// <param name="address">The address.</param>
    /// <param name="shown">What to call it; the address without its password if null.</param>
    /// <exception cref="UserErrorException">It cannot be read.</exception>
    public static DatabaseLedger Parse(string address, string? shown)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, $"the address of the database cannot be read: {Expected}");
        }

        var user = uri.UserInfo.Split(':', 2);
        var connection = new DbConnectionStringBuilder { ["Host"] = uri.Host, ["Database"] = Uri.UnescapeDataString(uri.AbsolutePath[1..]) };
        Set(connection, "Port", uri.IsDefaultPort || uri.Port < 0 ? "" : uri.Port.ToString(CultureInfo.InvariantCulture));
        Set(connection, "Username", Uri.UnescapeDataString(user[0]));
        Set(connection, "Password", user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
        var schema = PostgreSqlLedgerStore.DefaultSchema;
        foreach (var part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, Uri.UnescapeDataString(right)) : (part, "");
            switch (name)
            {
                case "schema":
                    schema = value;
                    break;
                case "sslmode":
                    connection["SSL Mode"] = value.Replace("-", "", StringComparison.Ordinal);
                    break;
                default:
                    throw new UserErrorException(ExitCode.BadCommandLine, $"the address of the database has '{name}': {Expected}");
            }
        }

        var plain = $"postgresql://{(user[0].Length > 0 ? user[0] + "@" : "")}{uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..]}{uri.AbsolutePath}";
        return new DatabaseLedger(shown ?? plain, connection.ConnectionString, schema);
    }

    protected override async Task<ILedgerStore> ReadAsync(CancellationToken cancellation) =>
        await OpenAsync(PostgreSqlLedgerStore.OpenReadOnlyAsync, cancellation).ConfigureAwait(false);

    protected override async Task<ILedgerStore> WriteAsync(bool create, CancellationToken cancellation)
    {
        if (!create)
        {
            // Opening to read makes nothing, and says so if there is nothing.
            var existing = await OpenForReadingAsync(cancellation).ConfigureAwait(false);
            await existing.DisposeAsync().ConfigureAwait(false);
        }

        try
        {
            return await OpenAsync(PostgreSqlLedgerStore.OpenAsync, cancellation).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException error)
        {
            throw new UserErrorException(ExitCode.UnwritableFile, error.Message);
        }
    }

    private static void Set(DbConnectionStringBuilder connection, string name, string value)
    {
        if (value.Length > 0)
        {
            connection[name] = value;
        }
    }

    private async Task<PostgreSqlLedgerStore> OpenAsync(Func<string, string, CancellationToken, Task<PostgreSqlLedgerStore>> open, CancellationToken cancellation)
    {
        try
        {
            return await open(Connection, Schema, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException error)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, $"{Name}: {error.Message}");
        }
    }
}
