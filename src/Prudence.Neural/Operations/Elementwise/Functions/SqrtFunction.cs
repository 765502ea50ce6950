namespace Prudence.Neural;

/// <summary>The square root.</summary>
internal readonly struct SqrtFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Sqrt(x);

    public float Slope(float x, float y) => 0.5f / y;
}
