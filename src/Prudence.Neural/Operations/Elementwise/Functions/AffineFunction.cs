namespace Prudence.Neural;

/// <summary>A multiple of x and a constant.</summary>
internal readonly struct AffineFunction(float scale, float offset) : IUnaryFunction
{
    public float Value(float x) => (scale * x) + offset;

    public float Slope(float x, float y) => scale;
}
