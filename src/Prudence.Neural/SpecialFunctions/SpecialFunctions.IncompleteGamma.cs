namespace Prudence.Neural;

/// <content>The regularised incomplete gamma functions.</content>
public static partial class SpecialFunctions
{
    /// <summary>P(a, x): the integral of t^(a-1) exp(-t) from 0 to x, divided by Gamma(a).</summary>
    public static double GammaP(double a, double x) => x <= 0 ? 0 : x < a + 1 ? LowerSeries(a, x) : 1 - UpperFraction(a, x);

    /// <summary>Q(a, x) = 1 - P(a, x), exact where it is tiny.</summary>
    public static double GammaQ(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - LowerSeries(a, x) : UpperFraction(a, x);

    /// <summary>The derivative of P with respect to x: the density of the gamma distribution.</summary>
    public static double GammaPByX(double a, double x) => Math.Exp(((a - 1) * Math.Log(x)) - x - LogGamma(a));

    /// <summary>The derivative of P with respect to a, which is negative.</summary>
    public static double GammaPByA(double a, double x)
    {
        // P = sum of exp(-x) x^(a+n) / Gamma(a+n+1), differentiated term by term.
        double term = Front(a, x), digamma = Digamma(a + 1), log = Math.Log(x), sum = 0;
        for (var n = 1; ; n++)
        {
            sum += term * (log - digamma);
            if (a + n > x && term < 1e-18 * Math.Abs(sum))
            {
                return sum;
            }

            if (term == 0)
            {
                return sum;
            }

            term *= x / (a + n);
            digamma += 1 / (a + n);
        }
    }

    /// <summary>The probability that a chi-square number of so many degrees of freedom exceeds x.</summary>
    public static double ChiSquareSurvival(double x, double degreesOfFreedom) => GammaQ(degreesOfFreedom / 2, x / 2);

    private static double Front(double a, double x) => Math.Exp((a * Math.Log(x)) - x - LogGamma(a + 1));

    private static double LowerSeries(double a, double x)
    {
        double term = 1, sum = 1;
        for (var n = 1; term > 1e-17 * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Front(a, x) * sum;
    }

    // The continued fraction of Legendre by the method of Lentz.
    private static double UpperFraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var n = 1; n < 10_000; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = (numerator * d) + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (numerator / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return Math.Exp((a * Math.Log(x)) - x - LogGamma(a)) * fraction;
    }
}
