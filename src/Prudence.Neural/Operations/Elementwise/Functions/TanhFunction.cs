namespace Prudence.Neural;

/// <summary>The hyperbolic tangent.</summary>
internal readonly struct TanhFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Tanh(x);

    public float Slope(float x, float y) => (1 - y) * (1 + y);
}
