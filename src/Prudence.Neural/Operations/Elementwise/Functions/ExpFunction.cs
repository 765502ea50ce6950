namespace Prudence.Neural;

/// <summary>The exponential.</summary>
internal readonly struct ExpFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Exp(x);

    public float Slope(float x, float y) => y;
}
