using System.Numerics;

namespace Prudence.Neural;

/// <summary>x above 0, else 0; the derivative at 0 is 0.</summary>
internal readonly struct ReluFunction : IVectorFunction
{
    public Vector<float> Value(Vector<float> x) => Vector.Max(x, Vector<float>.Zero);

    public Vector<float> Slope(Vector<float> x, Vector<float> y) =>
        Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<float>.Zero), Vector<float>.One, Vector<float>.Zero);
}
