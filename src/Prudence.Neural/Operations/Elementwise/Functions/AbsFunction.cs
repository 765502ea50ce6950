namespace Prudence.Neural;

/// <summary>The absolute value; its derivative at 0 is 0.</summary>
internal readonly struct AbsFunction : IUnaryFunction
{
    public float Value(float x) => MathF.Abs(x);

    public float Slope(float x, float y) => MathF.Sign(x);
}
