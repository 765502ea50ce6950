namespace Prudence.Neural;

/// <summary>1 over the square root.</summary>
internal readonly struct ReciprocalSqrtFunction : IUnaryFunction
{
    public float Value(float x) => (float)(1 / Math.Sqrt(x));

    public float Slope(float x, float y) => -0.5f * y / x;
}
