namespace Prudence.Budgeting.PostgreSql.Tests.Server;

/// <summary>The tests that share one server, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL server";
}
