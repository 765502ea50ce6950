using Prudence.Budgeting.PostgreSql.Tests.Server;
using Prudence.Budgeting.Tests.Ledgers;

namespace Prudence.Budgeting.PostgreSql.Tests;

[Collection(SharedServer.Name)]
public sealed class PostgreSqlLedgerTests(PostgreSqlServer server) : LedgerConformance
{
    private readonly string schema = server.NewSchema();

    internal override ILedgerStore NewStore() => PostgreSqlLedgerStore.OpenAsync(server.ConnectionString, schema).GetAwaiter().GetResult();
}
