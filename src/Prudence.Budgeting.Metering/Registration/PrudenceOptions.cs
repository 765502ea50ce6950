namespace Prudence.Budgeting.Metering;

/// <summary>The budget of an application, and how its chat clients are metered.</summary>
public sealed class PrudenceOptions
{
    /// <summary>The name of the application's budget, the first part of every path.</summary>
    public string Name { get; set; } = "application";

    /// <summary>What the application may spend.</summary>
    public IList<BudgetLimit> Limits { get; } = [];

    /// <summary>Where all holds and settlements are recorded; null to keep them in memory. Whoever opened it disposes of it.</summary>
    public Ledger? Ledger { get; set; }

    /// <summary>How long a hold lasts that nobody settles.</summary>
    public TimeSpan HoldTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How calls are bounded, priced and charged.</summary>
    public MeteringOptions Metering { get; set; } = new();
}
