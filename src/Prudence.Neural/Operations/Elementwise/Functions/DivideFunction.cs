namespace Prudence.Neural;

/// <summary>The quotient.</summary>
internal readonly struct DivideFunction : IBinaryFunction
{
    public static float Value(float a, float b) => a / b;

    public static float FirstSlope(float a, float b, float y) => 1 / b;

    public static float SecondSlope(float a, float b, float y) => -y / b;
}
