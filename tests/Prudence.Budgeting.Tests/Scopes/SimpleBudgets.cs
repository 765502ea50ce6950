namespace Prudence.Budgeting.Tests.Scopes;

/// <summary>Budgets as one would explain them: all reservations in a list, every question answered by going through it.</summary>
internal sealed class SimpleBudgets
{
    private static readonly TimeSpan HoldTimeout = TimeSpan.FromMinutes(10);

    private readonly List<(int Parent, BudgetLimit[] Limits)> scopes = [];
    private readonly List<(int Scope, Cost Worst, DateTimeOffset Since, bool IsEnded, Cost Charged)> calls = [];

    public void Add(int parent, BudgetLimit[] limits) => scopes.Add((parent, limits));

    public bool TryReserve(int scope, Cost worst, DateTimeOffset now, out int number)
    {
        number = calls.Count;
        for (var at = scope; at >= 0; at = scopes[at].Parent)
        {
            if (scopes[at].Limits.Any(limit => Of(at, limit.Resource, now) is var (spent, held) && worst[limit.Resource] > 0 && spent + held + worst[limit.Resource] > limit.Amount))
            {
                return false;
            }
        }

        calls.Add((scope, worst, now, false, Cost.Zero));
        return true;
    }

    public bool Settle(int number, Cost actual, DateTimeOffset now) => End(number, actual);

    public bool Release(int number, DateTimeOffset now) => End(number, Cost.Zero) && now < calls[number].Since + HoldTimeout;

    public (long Spent, long Held) Of(int scope, Resource resource, DateTimeOffset now)
    {
        var below = calls.Where(call => IsWithin(call.Scope, scope)).ToList();
        return (below.Sum(call => call.Charged[resource]), below.Where(call => !call.IsEnded && now < call.Since + HoldTimeout).Sum(call => call.Worst[resource]));
    }

    private bool End(int number, Cost charged)
    {
        var wasOpen = !calls[number].IsEnded;
        calls[number] = wasOpen ? calls[number] with { IsEnded = true, Charged = charged } : calls[number];
        return wasOpen;
    }

    private bool IsWithin(int scope, int ancestor) => scope == ancestor || (scope >= 0 && IsWithin(scopes[scope].Parent, ancestor));
}
