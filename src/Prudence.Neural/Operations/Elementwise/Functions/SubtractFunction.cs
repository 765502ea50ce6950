namespace Prudence.Neural;

/// <summary>The difference.</summary>
internal readonly struct SubtractFunction : IBinaryFunction
{
    public static float Value(float a, float b) => a - b;

    public static float FirstSlope(float a, float b, float y) => 1;

    public static float SecondSlope(float a, float b, float y) => -1;
}
