namespace Prudence.Neural;

/// <summary>x^2 / 2 within a distance of 0, straight beyond it.</summary>
internal readonly struct HuberFunction(float delta) : IUnaryFunction
{
    public float Value(float x) => MathF.Abs(x) <= delta ? 0.5f * x * x : delta * (MathF.Abs(x) - (0.5f * delta));

    public float Slope(float x, float y) => Math.Clamp(x, -delta, delta);
}
