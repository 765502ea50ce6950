namespace Prudence.Neural;

/// <summary>x above 0, alpha (exp(x) - 1) below.</summary>
internal readonly struct EluFunction(float alpha) : IUnaryFunction
{
    public float Value(float x) => x > 0 ? x : alpha * (float)SpecialFunctions.ExpMinusOne(x);

    public float Slope(float x, float y) => x > 0 ? 1 : alpha * MathF.Exp(x);
}
