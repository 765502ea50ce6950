namespace Prudence.Neural;

/// <summary>The logarithm of the absolute gamma function.</summary>
internal readonly struct LogGammaFunction : IUnaryFunction
{
    public float Value(float x) => (float)SpecialFunctions.LogGamma(x);

    public float Slope(float x, float y) => (float)SpecialFunctions.Digamma(x);
}
