using System.Numerics;

namespace Prudence.Neural;

/// <summary>The Gaussian error linear unit in the form with tanh that GPT-2 uses.</summary>
internal readonly struct GeluTanhFunction : IVectorFunction
{
    private const float Scale = 0.7978845608028654f;
    private const float Cubic = 0.044715f;

    public Vector<float> Value(Vector<float> x) => x * Gate(x);

    public Vector<float> Slope(Vector<float> x, Vector<float> y)
    {
        // x/2 (1 + tanh u) = x sigmoid(2u): the sigmoid keeps its digits where the tanh comes close to -1.
        var gate = Gate(x);
        var inner = 2 * Scale * (Vector<float>.One + (3 * Cubic * x * x));
        return gate + (x * gate * (Vector<float>.One - gate) * inner);
    }

    private static Vector<float> Gate(Vector<float> x) => VectorMath.Sigmoid(2 * Scale * (x + (Cubic * x * x * x)));
}
