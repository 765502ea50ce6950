namespace Prudence.Neural;

/// <summary>exp(x) - 1, exact near 0.</summary>
internal readonly struct ExpMinusOneFunction : IUnaryFunction
{
    public float Value(float x) => (float)SpecialFunctions.ExpMinusOne(x);

    public float Slope(float x, float y) => MathF.Exp(x);
}
