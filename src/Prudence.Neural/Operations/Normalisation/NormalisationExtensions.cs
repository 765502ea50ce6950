namespace Prudence.Neural;

/// <summary>Rows brought to one size.</summary>
public static class NormalisationExtensions
{
    /// <summary>x / sqrt(mean(x^2) + epsilon) times a weight, over the last dimension.</summary>
    public static Tensor RmsNorm(this Tape tape, Tensor x, Tensor weight, float epsilon = 1e-5f) => tape.Next<RmsNormOperation>().Apply(x, weight, epsilon);

    /// <summary>(x - mean) / sqrt(variance + epsilon) over the last dimension, times a weight and plus a bias where there are any.</summary>
    public static Tensor LayerNorm(this Tape tape, Tensor x, Tensor? weight = null, Tensor? bias = null, float epsilon = 1e-5f) =>
        tape.Next<LayerNormOperation>().Apply(x, weight, bias, epsilon);

    /// <summary>x divided by its length over the last dimension.</summary>
    public static Tensor L2Normalise(this Tape tape, Tensor x) =>
        tape.Multiply(x, tape.ReciprocalSqrt(tape.Sum(tape.Power(x, 2), [-1], keepDimensions: true)));
}
