using System.Numerics;

namespace Prudence.Neural;

/// <summary>The Gaussian error linear unit, x Phi(x), with the exact error function.</summary>
internal readonly struct GeluFunction : IVectorFunction
{
    private const float RootOfHalf = 0.70710678f;
    private const float DensityAtZero = 0.39894228f;

    public Vector<float> Value(Vector<float> x) => x * Phi(x);

    public Vector<float> Slope(Vector<float> x, Vector<float> y) => Phi(x) + (x * DensityAtZero * VectorMath.Exp(-0.5f * x * x));

    private static Vector<float> Phi(Vector<float> x) => 0.5f * (Vector<float>.One + VectorMath.ErfAbsolute(x * RootOfHalf));
}
