namespace Prudence.Neural;

/// <content>The gamma function and its logarithmic derivatives.</content>
public static partial class SpecialFunctions
{
    /// <summary>From here on the asymptotic series have all digits.</summary>
    private const double AsymptoticFrom = 12;

    /// <summary>Bernoulli numbers B(2k) / (2k (2k-1)), k from 1.</summary>
    private static readonly double[] Stirling =
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];

    /// <summary>Bernoulli numbers B(2k), k from 1.</summary>
    private static readonly double[] Bernoulli =
        [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510];

    /// <summary>The logarithm of the absolute gamma function.</summary>
    public static double LogGamma(double x)
    {
        if (x is 1 or 2)
        {
            return 0;
        }

        if (x <= 0)
        {
            return x == Math.Floor(x) ? double.PositiveInfinity : Math.Log(Math.PI / Math.Abs(SinPi(x))) - LogGamma(1 - x);
        }

        var product = 1.0;
        for (; x < AsymptoticFrom; x++)
        {
            product *= x;
        }

        double power = 1 / x, sum = 0;
        foreach (var coefficient in Stirling)
        {
            sum += coefficient * power;
            power /= x * x;
        }

        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + sum - Math.Log(product);
    }

    /// <summary>The derivative of the logarithm of the gamma function.</summary>
    public static double Digamma(double x)
    {
        if (x <= 0)
        {
            return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI * CosPi(x) / SinPi(x));
        }

        var steps = Math.Max(0, (int)Math.Ceiling(AsymptoticFrom - x));
        var shifted = x + steps;
        double power = 1 / (shifted * shifted), sum = 0;
        var square = power;
        for (var k = 0; k < Bernoulli.Length; k++)
        {
            sum += Bernoulli[k] / (2 * (k + 1)) * power;
            power *= square;
        }

        var reciprocals = 0.0;
        for (var step = steps - 1; step >= 0; step--)
        {
            reciprocals += 1 / (x + step);
        }

        return Math.Log(shifted) - reciprocals - (0.5 / shifted) - sum;
    }

    /// <summary>The second derivative of the logarithm of the gamma function.</summary>
    public static double Trigamma(double x)
    {
        if (x <= 0)
        {
            return x == Math.Floor(x) ? double.PositiveInfinity : Math.Pow(Math.PI / SinPi(x), 2) - Trigamma(1 - x);
        }

        var recurrence = 0.0;
        for (; x < AsymptoticFrom; x++)
        {
            recurrence += 1 / (x * x);
        }

        double power = 1 / (x * x * x), sum = (1 / x) + (0.5 / (x * x));
        foreach (var number in Bernoulli)
        {
            sum += number * power;
            power /= x * x;
        }

        return recurrence + sum;
    }

    private static double SinPi(double x)
    {
        var rest = x - (2 * Math.Round(x / 2));
        return Math.Sin(Math.PI * (rest > 0.5 ? 1 - rest : rest < -0.5 ? -1 - rest : rest));
    }

    private static double CosPi(double x) => Math.Cos(Math.PI * (x - (2 * Math.Round(x / 2))));
}
