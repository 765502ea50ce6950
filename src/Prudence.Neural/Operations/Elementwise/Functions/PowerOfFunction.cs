namespace Prudence.Neural;

/// <summary>The first to the power of the second; the derivative with respect to the exponent at a base of 0 is 0.</summary>
internal readonly struct PowerOfFunction : IBinaryFunction
{
    public static float Value(float a, float b) => MathF.Pow(a, b);

    public static float FirstSlope(float a, float b, float y) => b * MathF.Pow(a, b - 1);

    public static float SecondSlope(float a, float b, float y) => a == 0 ? 0 : y * MathF.Log(a);
}
