namespace Prudence.Neural;

/// <summary>The cosine.</summary>
internal readonly struct CosFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Cos(x);

    public float Slope(float x, float y) => -MathF.Sin(x);
}
