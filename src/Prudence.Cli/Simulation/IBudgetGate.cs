using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>A way of keeping calls within budgets.</summary>
internal interface IBudgetGate
{
    /// <summary>The tree, for looking at how its limits stand.</summary>
    BudgetTreeOf Tree { get; }

    /// <summary>Asks before a call.</summary>
    /// <param name="scope">The scope that pays.</param>
    /// <param name="attempt">The call.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="ticket">To be given back at its end.</param>
    /// <returns>The scope and the limit that refuse it; null if it is admitted.</returns>
    (string Scope, BudgetLimit Limit)? Begin(string scope, SimulatedAttempt attempt, string purpose, out object? ticket);

    /// <summary>Tells the end of a call.</summary>
    /// <param name="ticket">What <see cref="Begin"/> gave.</param>
    /// <param name="actual">What it cost; null if it failed without a charge.</param>
    void End(object ticket, Cost? actual);
}
