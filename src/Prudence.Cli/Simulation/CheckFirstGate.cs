using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>
/// What is often done instead: look whether something is left, call, and record afterwards. Calls that run at the same time all see the same rest.
/// It is here to be compared with.
/// </summary>
internal sealed class CheckFirstGate(BudgetTreeOf tree) : IBudgetGate
{
    public BudgetTreeOf Tree => tree;

    public (string Scope, BudgetLimit Limit)? Begin(string scope, SimulatedAttempt attempt, string purpose, out object? ticket)
    {
        ticket = null;
        foreach (var at in tree.Upwards(scope))
        {
            foreach (var standing in at.Standing())
            {
                if (standing.Spent >= standing.Limit.Amount && attempt.Worst[standing.Limit.Resource] > 0)
                {
                    return (standing.Scope, standing.Limit);
                }
            }
        }

        ticket = (scope, purpose);
        return null;
    }

    public void End(object ticket, Cost? actual)
    {
        var (scope, purpose) = ((string, string))ticket;
        if (actual is not null && tree[scope].TryReserve(Cost.Zero, purpose, out var hold, out _))
        {
            hold.Settle(actual);
        }
    }
}
