namespace Prudence.Neural;

/// <summary>The negative.</summary>
internal readonly struct NegateFunction : IUnaryFunction
{
    public float Value(float x) => -x;

    public float Slope(float x, float y) => -1;
}
