using System.Reflection;
using Prudence.Budgeting.PostgreSql.Tests.Server;
using Xunit.Sdk;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>Runs a theory on a PostgreSQL server, and is skipped where none can be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgreSqlPrograms.WhySkip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.PostgreSql]];
}
