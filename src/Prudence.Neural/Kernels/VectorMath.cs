using System.Numerics;

namespace Prudence.Neural;

/// <summary>Elementary functions of whole vectors in single precision, to about two units in the last place.</summary>
internal static class VectorMath
{
    private const float Largest = 88.722839f;
    private const float Smallest = -87.336544f;

    /// <summary>The exponential; below the range of normal numbers it is 0.</summary>
    public static Vector<float> Exp(Vector<float> x)
    {
        // x = n log 2 + r with |r| <= log(2)/2, log 2 in two parts so that the remainder is exact.
        var bounded = Vector.Min(Vector.Max(x, new(Smallest)), new(Largest));
        var n = Vector.Round(bounded * 1.44269504088896341f);
        var r = Vector.FusedMultiplyAdd(n, new(-0.693359375f), bounded);
        r = Vector.FusedMultiplyAdd(n, new(2.12194440e-4f), r);
        var p = new Vector<float>(1.9875691500e-4f);
        p = Vector.FusedMultiplyAdd(p, r, new(1.3981999507e-3f));
        p = Vector.FusedMultiplyAdd(p, r, new(8.3334519073e-3f));
        p = Vector.FusedMultiplyAdd(p, r, new(4.1665795894e-2f));
        p = Vector.FusedMultiplyAdd(p, r, new(1.6666665459e-1f));
        p = Vector.FusedMultiplyAdd(p, r, new(5.0000001201e-1f));
        var y = Vector.FusedMultiplyAdd(p, r * r, r + Vector<float>.One);

        // 2^n as 2^(n-1) times 2: n = 128 has no exponent of its own.
        var scale = Vector.AsVectorSingle(Vector.ShiftLeft(Vector.ConvertToInt32Native(n) + new Vector<int>(126), 23));
        y = y * scale * 2f;
        y = Vector.ConditionalSelect(Vector.LessThan(x, new(Smallest)), Vector<float>.Zero, y);
        y = Vector.ConditionalSelect(Vector.GreaterThan(x, new(Largest)), new(float.PositiveInfinity), y);
        return Vector.ConditionalSelect(Vector.Equals(x, x), y, x);
    }

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static Vector<float> Sigmoid(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Exp(-x));

    /// <summary>The hyperbolic tangent, to an absolute error of 1e-7: near 0 digits are lost.</summary>
    public static Vector<float> TanhAbsolute(Vector<float> x) => Vector<float>.One - (new Vector<float>(2f) / (Exp(x + x) + Vector<float>.One));

    /// <summary>The error function, to an absolute error of 2e-7 (Abramowitz and Stegun, 7.1.26).</summary>
    public static Vector<float> ErfAbsolute(Vector<float> x)
    {
        var size = Vector.Abs(x);
        var t = Vector<float>.One / Vector.FusedMultiplyAdd(size, new(0.3275911f), Vector<float>.One);
        var p = new Vector<float>(1.061405429f);
        p = Vector.FusedMultiplyAdd(p, t, new(-1.453152027f));
        p = Vector.FusedMultiplyAdd(p, t, new(1.421413741f));
        p = Vector.FusedMultiplyAdd(p, t, new(-0.284496736f));
        p = Vector.FusedMultiplyAdd(p, t, new(0.254829592f));
        var y = Vector<float>.One - (p * t * Exp(-size * size));
        return Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), -y, y);
    }
}
