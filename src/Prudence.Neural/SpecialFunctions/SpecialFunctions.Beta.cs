namespace Prudence.Neural;

/// <content>The beta function, its distribution and that of Student's t.</content>
public static partial class SpecialFunctions
{
    /// <summary>The logarithm of the beta function.</summary>
    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>The logarithm of n choose k.</summary>
    public static double LogBinomial(double n, double k) => LogGamma(n + 1) - LogGamma(k + 1) - LogGamma(n - k + 1);

    /// <summary>The regularised incomplete beta function: the probability that a beta number is at most x.</summary>
    public static double BetaCdf(double x, double a, double b) => x switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ when x < (a + 1) / (a + b + 2) => BetaFraction(x, 1 - x, a, b),
        _ => 1 - BetaFraction(1 - x, x, b, a),
    };

    /// <summary>The number that a beta one is at most with probability p.</summary>
    public static double BetaQuantile(double p, double a, double b) => p switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ => Inverse(p, 0, 1, static (x, a, b) => BetaCdf(x, a, b), a, b),
    };

    /// <summary>The probability that a number of Student's distribution is at most t.</summary>
    public static double StudentTCdf(double t, double degreesOfFreedom)
    {
        var tail = 0.5 * BetaTail(t * t, degreesOfFreedom);
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>The number that one of Student's distribution is at most with probability p.</summary>
    public static double StudentTQuantile(double p, double degreesOfFreedom)
    {
        if (p >= 0.5)
        {
            return p == 0.5 ? 0 : p >= 1 ? double.PositiveInfinity : -StudentTQuantile(1 - p, degreesOfFreedom);
        }

        if (p <= 0)
        {
            return double.NegativeInfinity;
        }

        var low = -1.0;
        while (StudentTCdf(low, degreesOfFreedom) > p)
        {
            low *= 2;
        }

        return Inverse(p, low, 0, static (t, df, _) => StudentTCdf(t, df), degreesOfFreedom, 0);
    }

    /// <summary>The probability of both tails beyond the root of a square, with 1 - x formed without loss.</summary>
    private static double BetaTail(double square, double df)
    {
        var (x, rest) = (df / (df + square), square / (df + square));
        return x < ((df / 2) + 1) / ((df / 2) + 2.5) ? BetaFraction(x, rest, df / 2, 0.5) : 1 - (rest == 0 ? 0 : BetaFraction(rest, x, 0.5, df / 2));
    }

    // The continued fraction of the incomplete beta function by the method of Lentz.
    private static double BetaFraction(double x, double rest, double a, double b)
    {
        const double Tiny = 1e-300;
        double c = 1, d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        var fraction = d;
        for (var m = 1; m < 10_000; m++)
        {
            var before = fraction;
            Step(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            Step(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)));
            if (Math.Abs(fraction - before) <= 1e-16 * Math.Abs(fraction))
            {
                break;
            }
        }

        return Math.Exp((a * Math.Log(x)) + (b * Math.Log(rest)) - LogBeta(a, b)) * fraction / a;

        void Step(double numerator)
        {
            d = 1 + (numerator * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (numerator / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            fraction *= d * c;
        }
    }

    /// <summary>Where an increasing function reaches a value, by halving the interval until no number is left between its ends.</summary>
    private static double Inverse(double value, double low, double high, Func<double, double, double, double> function, double first, double second)
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            if (function(middle, first, second) < value)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }
}
