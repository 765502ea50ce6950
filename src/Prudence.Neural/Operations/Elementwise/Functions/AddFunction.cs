namespace Prudence.Neural;

/// <summary>The sum.</summary>
internal readonly struct AddFunction : IBinaryFunction
{
    public static float Value(float a, float b) => a + b;

    public static float FirstSlope(float a, float b, float y) => 1;

    public static float SecondSlope(float a, float b, float y) => 1;
}
