namespace Prudence.Neural;

/// <summary>log(1 + x), exact near 0.</summary>
internal readonly struct LogOnePlusFunction : IUnaryFunction
{
    public float Value(float x) => (float)SpecialFunctions.LogOnePlus(x);

    public float Slope(float x, float y) => 1 / (1 + x);
}
