namespace Prudence.Neural;

/// <summary>The smaller one.</summary>
internal readonly struct MinimumFunction : IBinaryFunction
{
    public static float Value(float a, float b) => MathF.Min(a, b);

    public static float FirstSlope(float a, float b, float y) => a <= b ? 1 : 0;

    public static float SecondSlope(float a, float b, float y) => b < a ? 1 : 0;
}
