namespace Prudence.Neural;

/// <content>The error function and the normal distribution.</content>
public static partial class SpecialFunctions
{
    private const double SeriesLimit = 2;

    /// <summary>The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</summary>
    public static double Erf(double x) => Math.Abs(x) < SeriesLimit ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(Math.Abs(x)));

    /// <summary>1 - erf(x), exact where it is tiny.</summary>
    public static double Erfc(double x) => x switch
    {
        >= SeriesLimit => ErfcFraction(x),
        <= -SeriesLimit => 2 - ErfcFraction(-x),
        _ => 1 - ErfSeries(x),
    };

    /// <summary>The probability that a standard normal number is at most x.</summary>
    public static double NormalCdf(double x) => 0.5 * Erfc(-x / Math.Sqrt(2));

    /// <summary>The number that a standard normal one is at most with probability p, from 0 to 1.</summary>
    public static double NormalQuantile(double p) => p switch
    {
        0 => double.NegativeInfinity,
        1 => double.PositiveInfinity,
        0.5 => 0,
        > 0.5 => -NormalQuantile(1 - p),
        _ => Inverse(p, -40, 0, static (x, _, _) => NormalCdf(x), 0, 0),
    };

    // Terms of one sign: no digits are lost.
    private static double ErfSeries(double x)
    {
        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // exp(-x^2) / sqrt(pi) times 1/(x + (1/2)/(x + (2/2)/(x + ...))), from the inside out.
    private static double ErfcFraction(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var fraction = x;
        for (var n = 120; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
