using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>
/// Holds one call of a function, and the worst case of what it costs, in a budget before it runs. A function that fails or is cancelled is charged
/// the worst case, for nobody can know what it did.
/// </summary>
public sealed class MeteredFunction : DelegatingAIFunction
{
    private readonly Budget budget;
    private readonly MeteredFunctionOptions options;
    private readonly Cost worst;

    /// <summary>Meters a function.</summary>
    /// <param name="innerFunction">The function.</param>
    /// <param name="budget">Who pays.</param>
    /// <param name="options">What calls may cost; null if a call costs nothing but itself.</param>
    public MeteredFunction(AIFunction innerFunction, Budget budget, MeteredFunctionOptions? options = null)
        : base(innerFunction)
    {
        ArgumentNullException.ThrowIfNull(budget);
        (this.budget, this.options) = (budget, options ?? new MeteredFunctionOptions());
        Call = Cost.Zero.With(Resource.Calls(Name), 1);
        worst = Call + this.options.WorstCase;
    }

    private Cost Call { get; }

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var held = await budget.ReserveAsync(worst, options.Purpose ?? Name, cancellationToken).ConfigureAwait(false);
        if (!held.IsGranted)
        {
            return options.OnRefusal is { } tell
                ? tell(held.Refusal)
                : throw new CallRefusedException(new CallRefusal(CallRefusalKind.Budget, held.Refusal.ToString()) { Budget = held.Refusal });
        }

        var actual = worst;
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
            var result = await base.InvokeCoreAsync(arguments, stop.Token).ConfigureAwait(false);
            actual = options.ActualCost is { } read ? Call + read(result) : worst;
            return result;
        }
        finally
        {
            await held.Reservation.SettleAsync(actual).ConfigureAwait(false);
        }
    }
}
