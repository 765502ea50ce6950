namespace Prudence.Neural;

/// <summary>x above 0, a small multiple of it below.</summary>
internal readonly struct LeakyReluFunction(float negativeSlope) : IUnaryFunction
{
    public float Value(float x) => x > 0 ? x : negativeSlope * x;

    public float Slope(float x, float y) => x > 0 ? 1 : negativeSlope;
}
