namespace Prudence.Neural;

/// <summary>The sine.</summary>
internal readonly struct SinFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Sin(x);

    public float Slope(float x, float y) => MathF.Cos(x);
}
