using System.Globalization;

namespace Prudence.Budgeting;

/// <summary>Why a reservation was refused, and what would have been granted. Nothing was held.</summary>
public sealed record BudgetRefusal
{
    /// <summary>Why.</summary>
    public required RefusalReason Reason { get; init; }

    /// <summary>The path of the scope that refuses, such as <c>organisation/team/key</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>The limit without room; null for other reasons.</summary>
    public BudgetLimit? Limit { get; init; }

    /// <summary>What is spent in the window of the limit.</summary>
    public long Spent { get; init; }

    /// <summary>What is held by calls on their way.</summary>
    public long Held { get; init; }

    /// <summary>What was asked for of the limited resource.</summary>
    public long Asked { get; init; }

    /// <summary>
    /// When what was asked for will fit by the clock alone; null if only an end of what is held, or nothing, can make room.
    /// </summary>
    public DateTimeOffset? FitsAt { get; init; }

    /// <summary>For each resource asked for, the most that all scopes have room for at this moment, but no more than was asked for.</summary>
    public Cost Fitting { get; init; } = Cost.Zero;

    /// <summary>What the ledger says; null for other reasons.</summary>
    public string? Detail { get; init; }

    /// <summary>The refusal in one line, for people.</summary>
    public override string ToString() => Reason switch
    {
        RefusalReason.Deadline => $"the deadline of {Scope} has passed",
        RefusalReason.Closed => $"{Scope} is closed",
        RefusalReason.Ledger => Detail!,
        _ => $"{Scope} is limited to {Limit}: {Amount(Spent)} spent, {Amount(Held)} held, {Amount(Asked)} asked for; {Advice}",
    };

    private string Advice
    {
        get
        {
            var room = Fitting[Limit!.Resource];
            var now = room > 0 ? $"{Amount(room)} would fit" : "nothing would fit";
            return FitsAt is { } time ? string.Create(CultureInfo.InvariantCulture, $"{now} now, all of it at {time:yyyy-MM-dd HH:mm:ss}Z") : now;
        }
    }

    private string Amount(long amount) => AmountFormat.Describe(Limit!.Resource, amount);
}
