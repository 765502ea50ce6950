using System.Numerics;

namespace Prudence.Neural;

/// <summary>1 / (1 + exp(-x)).</summary>
internal readonly struct SigmoidFunction : IVectorFunction
{
    public Vector<float> Value(Vector<float> x) => VectorMath.Sigmoid(x);

    public Vector<float> Slope(Vector<float> x, Vector<float> y) => y * (Vector<float>.One - y);
}
