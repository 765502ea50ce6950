namespace Prudence.Neural;

/// <summary>x to a fixed power.</summary>
internal readonly struct PowerFunction(float exponent) : IUnaryFunction
{
    public float Value(float x) => exponent == 2 ? x * x : MathF.Pow(x, exponent);

    public float Slope(float x, float y) => exponent == 2 ? 2 * x : exponent * MathF.Pow(x, exponent - 1);
}
