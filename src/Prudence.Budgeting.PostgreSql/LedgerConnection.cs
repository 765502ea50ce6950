using Npgsql;

namespace Prudence.Budgeting.PostgreSql;

/// <summary>Makes the one connection of a store from what the user said about the server, and lets no password out.</summary>
internal static class LedgerConnection
{
    public static NpgsqlConnection Create(string connectionString)
    {
        var settings = Parse(connectionString);

        // The store's transactions are its own: no pool that lends the session on, no transaction of the caller's around them.
        settings.Pooling = false;
        settings.Enlist = false;
        settings.PersistSecurityInfo = false;
        settings.ApplicationName ??= "Prudence ledger";
        return new NpgsqlConnection(settings.ConnectionString);
    }

    /// <summary>Which server and database, for messages.</summary>
    public static string Describe(NpgsqlConnection connection) => $"{connection.Host}:{connection.Port}/{connection.Database}";

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            // Neither the text nor the parser's words about it are repeated: a password with a semicolon would be among them.
        }

        throw new ArgumentException(
            "The connection string cannot be read: expected a form such as Host=server;Database=ledger;Username=prudence;Password='secret', "
                + "with settings that Npgsql knows and values with a semicolon in quotes", nameof(connectionString));
    }
}
