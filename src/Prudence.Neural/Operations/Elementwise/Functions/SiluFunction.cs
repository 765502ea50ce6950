using System.Numerics;

namespace Prudence.Neural;

/// <summary>x times its sigmoid.</summary>
internal readonly struct SiluFunction : IVectorFunction
{
    public Vector<float> Value(Vector<float> x) => x * VectorMath.Sigmoid(x);

    public Vector<float> Slope(Vector<float> x, Vector<float> y)
    {
        var sigmoid = VectorMath.Sigmoid(x);
        return sigmoid + (y * (Vector<float>.One - sigmoid));
    }
}
