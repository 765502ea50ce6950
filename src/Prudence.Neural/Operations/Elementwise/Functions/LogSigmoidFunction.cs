namespace Prudence.Neural;

/// <summary>log(1 / (1 + exp(-x))).</summary>
internal readonly struct LogSigmoidFunction : IUnaryFunction
{
    public float Value(float x) => (float)(Math.Min(x, 0) - SpecialFunctions.LogOnePlus(Math.Exp(-Math.Abs(x))));

    public float Slope(float x, float y) => 1 / (1 + MathF.Exp(x));
}
