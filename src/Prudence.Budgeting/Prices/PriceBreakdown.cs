namespace Prudence.Budgeting.Prices;

/// <summary>
/// What a request costs, line by line. The exact amounts of the lines are added first, and the sum is rounded up to the next whole nano-dollar
/// once: the total is never below the exact price, and less than one nano-dollar above it.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Price">The price that was applied.</param>
/// <param name="Lines">The lines that count something.</param>
/// <param name="Total">The sum, rounded up once.</param>
public sealed record PriceBreakdown(PricedModel Model, ModelPrice Price, IReadOnlyList<PriceLine> Lines, Money Total)
{
    private const long MillionthsPerNanoDollar = 1_000_000;

    /// <summary>Adds lines and rounds up; null if the sum is more than <see cref="Money.MaxValue"/>.</summary>
    internal static PriceBreakdown? Of(PricedModel model, ModelPrice price, IReadOnlyList<PriceLine> lines)
    {
        var sum = Int128.Zero;
        foreach (var line in lines)
        {
            sum += line.MillionthsOfNanoDollar;
        }

        var nanoDollars = (sum + MillionthsPerNanoDollar - 1) / MillionthsPerNanoDollar;
        return nanoDollars > long.MaxValue ? null : new(model, price, lines, new Money((long)nanoDollars));
    }
}
