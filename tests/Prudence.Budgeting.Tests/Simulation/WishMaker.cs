namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>Clients: they hold, settle what they hold, give back, forget, grant and correct; and ask again when nobody answers.</summary>
internal sealed class WishMaker(Random random)
{
    private static readonly Resource Credits = new("credits", "");
    private static readonly Resource Tokens = new("tokens", "");
    private static readonly string[] Scopes = ["house", "house/team", "house/team/key", "house/other"];

    private readonly List<(long Id, Wish Wish)> holds = [];
    private readonly Queue<Wish> again = new();
    private int number;

    public Wish Next() => again.TryDequeue(out var wish) ? wish : random.Next(20) switch
    {
        0 => Grant(),
        1 => Make(LedgerEntryKind.Grant, "house/team", Cost.Zero.With(Tokens, random.Next(20, 60))) with { Window = LimitWindow.Calendar(CalendarUnit.Day) },
        2 => Make(LedgerEntryKind.Adjust, Scope(), Cost.Zero.With(Credits, random.Next(1, 5))) with { IsCredit = random.Next(2) == 0 },
        < 11 => End(),
        _ => Reserve(),
    };

    public Wish Grant() => Make(LedgerEntryKind.Grant, Scopes[random.Next(3)], Cost.Zero.With(Credits, random.Next(5, 40)));

    public void Answered(Wish wish, LedgerResult result)
    {
        if (wish.Kind == LedgerEntryKind.Reserve && result.IsAccepted && !result.IsReplay)
        {
            holds.Add((result.HoldId, wish));
        }
    }

    /// <summary>A client without a key cannot know whether it was heard, and leaves it at that.</summary>
    public void AskAgain(IEnumerable<Wish> unanswered)
    {
        foreach (var wish in unanswered.Where(static wish => wish.Key.Length > 0))
        {
            again.Enqueue(wish);
        }
    }

    private Wish Reserve() => Make(LedgerEntryKind.Reserve, Scope(), Amounts()) with { HoldFor = TimeSpan.FromSeconds(random.Next(1, 4000)) };

    /// <summary>Mostly within the hold, now and then above it; sometimes twice, because a client forgot that it had done so.</summary>
    private Wish End()
    {
        if (holds.Count == 0)
        {
            return Reserve();
        }

        var index = random.Next(holds.Count);
        var (id, reserve) = holds[index];
        if (random.Next(10) > 0)
        {
            holds.RemoveAt(index);
        }

        if (random.Next(4) == 0)
        {
            return Make(LedgerEntryKind.Release, "", Cost.Zero) with { HoldId = id };
        }

        var actual = Cost.Zero;
        foreach (var (resource, amount) in reserve.Amounts.Amounts)
        {
            actual = actual.With(resource, random.Next(20) == 0 ? amount + 1 : random.NextInt64(amount + 1));
        }

        return Make(LedgerEntryKind.Settle, "", actual) with { HoldId = id };
    }

    private Wish Make(LedgerEntryKind kind, string scope, Cost amounts) =>
        new(++number, kind, scope, amounts) { Key = random.Next(4) > 0 ? $"wish-{number}" : "" };

    private string Scope() => Scopes[random.Next(Scopes.Length)];

    private Cost Amounts()
    {
        var amounts = Cost.Zero.With(Credits, random.Next(1, 12));
        return random.Next(2) == 0 ? amounts.With(Tokens, random.Next(1, 12)) : amounts;
    }
}
