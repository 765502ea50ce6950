namespace Prudence.Neural;

/// <summary>The product.</summary>
internal readonly struct MultiplyFunction : IBinaryFunction
{
    public static float Value(float a, float b) => a * b;

    public static float FirstSlope(float a, float b, float y) => b;

    public static float SecondSlope(float a, float b, float y) => a;
}
