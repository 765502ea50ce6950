namespace Prudence.Budgeting.PostgreSql.Tests.Server;

/// <summary>A test with several cases that needs a server, and is skipped where none can be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlTheoryAttribute : Xunit.TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlPrograms.WhySkip;
}
