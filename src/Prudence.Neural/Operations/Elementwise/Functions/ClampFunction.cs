namespace Prudence.Neural;

/// <summary>x kept within bounds; the derivative at a bound is 1.</summary>
internal readonly struct ClampFunction(float minimum, float maximum) : IUnaryFunction
{
    public float Value(float x) => MathF.Min(MathF.Max(x, minimum), maximum);

    public float Slope(float x, float y) => x >= minimum && x <= maximum ? 1 : 0;
}
