namespace Prudence.Neural;

/// <summary>Special functions in double precision.</summary>
public static partial class SpecialFunctions
{
    /// <summary>log(1 + x), exact near 0.</summary>
    public static double LogOnePlus(double x)
    {
        // The rounding error of 1 + x cancels: log(u) / (u - 1) changes slowly.
        var u = 1 + x;
        return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(x) - 1, exact near 0.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        var u = Math.Exp(x);
        return u == 1 ? x : (u - 1) * (x / Math.Log(u));
    }
}
