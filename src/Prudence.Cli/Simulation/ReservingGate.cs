using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>Budgets as they are: the worst case is held before a call.</summary>
internal sealed class ReservingGate(BudgetTreeOf tree) : IBudgetGate
{
    public BudgetTreeOf Tree => tree;

    public (string Scope, BudgetLimit Limit)? Begin(string scope, SimulatedAttempt attempt, string purpose, out object? ticket)
    {
        var isHeld = tree[scope].TryReserve(attempt.Worst, purpose, out var hold, out var refusal);
        ticket = isHeld ? hold : null;
        return isHeld ? null : (refusal!.Scope, refusal.Limit!);
    }

    public void End(object ticket, Cost? actual)
    {
        var hold = (Reservation)ticket;
        if (actual is null)
        {
            hold.Release();
        }
        else
        {
            hold.Settle(actual);
        }
    }
}
