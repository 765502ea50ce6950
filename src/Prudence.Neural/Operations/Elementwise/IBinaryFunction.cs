namespace Prudence.Neural;

/// <summary>A function of two numbers.</summary>
internal interface IBinaryFunction
{
    /// <summary>The value.</summary>
    static abstract float Value(float a, float b);

    /// <summary>The derivative with respect to the first argument, given the value.</summary>
    static abstract float FirstSlope(float a, float b, float y);

    /// <summary>The derivative with respect to the second argument, given the value.</summary>
    static abstract float SecondSlope(float a, float b, float y);
}
