using Microsoft.Data.Sqlite;

namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>
/// What gateways do with a database: look what is spent, make the call, write down what it cost. As durable as the ledger, each row a transaction of
/// its own; the sum is always right, but nothing is held between the look and the row.
/// </summary>
internal sealed class NaiveTable : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand check;
    private readonly SqliteCommand record;
    private readonly long limit;

    public NaiveTable(string folder, long limit)
    {
        this.limit = limit;
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "naive.db")};Pooling=False");
        connection.Open();
        using (var create = connection.CreateCommand())
        {
            create.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE usage (id INTEGER PRIMARY KEY, amount INTEGER, total INTEGER);";
            create.ExecuteNonQuery();
        }

        check = connection.CreateCommand();
        check.CommandText = "SELECT ifnull((SELECT total FROM usage ORDER BY id DESC LIMIT 1), 0);";
        record = connection.CreateCommand();
        record.CommandText = "INSERT INTO usage (amount, total) SELECT $amount, $amount + ifnull((SELECT total FROM usage ORDER BY id DESC LIMIT 1), 0);";
        record.Parameters.Add("$amount", SqliteType.Integer);
    }

    public bool HasRoom(long worst)
    {
        lock (gate)
        {
            return (long)check.ExecuteScalar()! + worst <= limit;
        }
    }

    public void Record(long actual)
    {
        lock (gate)
        {
            record.Parameters[0].Value = actual;
            record.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        check.Dispose();
        record.Dispose();
        connection.Dispose();
    }
}
