namespace Prudence.Neural;

/// <summary>The error function.</summary>
internal readonly struct ErfFunction : IUnaryFunction
{
    public float Value(float x) => (float)SpecialFunctions.Erf(x);

    public float Slope(float x, float y) => (float)(2 / Math.Sqrt(Math.PI) * Math.Exp(-(double)x * x));
}
