namespace Prudence.Budgeting.PostgreSql.Tests.Server;

/// <summary>A test that needs a server, and is skipped where none can be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : Xunit.FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlPrograms.WhySkip;
}
