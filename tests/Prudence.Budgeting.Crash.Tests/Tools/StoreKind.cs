namespace Prudence.Budgeting.Crash.Tests.Tools;

public enum StoreKind
{
    Sqlite,
    PostgreSql,
}
