namespace Prudence.Neural;

/// <summary>The natural logarithm.</summary>
internal readonly struct LogFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Log(x);

    public float Slope(float x, float y) => 1 / x;
}
