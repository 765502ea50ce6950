using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>Puts clients and functions under a budget.</summary>
public static class BudgetExtensions
{
    /// <summary>A client whose calls a budget pays for.</summary>
    /// <param name="client">The client that talks to the provider.</param>
    /// <param name="budget">Who pays.</param>
    /// <param name="options">How calls are bounded and priced; null for the defaults.</param>
    public static MeteredChatClient WithBudget(this IChatClient client, Budget budget, MeteringOptions? options = null) => new(client, budget, options);

    /// <summary>A function whose calls a budget pays for.</summary>
    /// <param name="function">The function.</param>
    /// <param name="budget">Who pays.</param>
    /// <param name="options">What calls may cost; null if a call costs nothing but itself.</param>
    public static MeteredFunction WithBudget(this AIFunction function, Budget budget, MeteredFunctionOptions? options = null) => new(function, budget, options);
}
