namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>What a client wants, and asks again under the same key if its process dies. Without a key it asks once only.</summary>
internal sealed record Wish(int Number, LedgerEntryKind Kind, string Scope, Cost Amounts)
{
    public string Key { get; init; } = "";

    public long HoldId { get; init; }

    public TimeSpan HoldFor { get; init; }

    public LimitWindow? Window { get; init; }

    public bool IsCredit { get; init; }

    public LedgerRequest ToRequest() => new LedgerRequest
    {
        Kind = Kind,
        Scope = Scope,
        Amounts = Amounts,
        Key = Key,
        HoldId = HoldId,
        HoldFor = HoldFor,
        Window = Window,
        Marks = IsCredit ? LedgerMarks.Credit : LedgerMarks.None,
    }.WithBody();
}
