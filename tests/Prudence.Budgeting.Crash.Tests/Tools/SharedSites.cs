namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>The tests that share one server, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSites : ICollectionFixture<LedgerSites>
{
    public const string Name = "Ledger sites";
}
