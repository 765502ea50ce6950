namespace Prudence.Neural;

/// <summary>Sums and what is like them. No axes named means all; negative axes count from the end.</summary>
public static class ReductionExtensions
{
    /// <summary>The sum over axes.</summary>
    public static Tensor Sum(this Tape tape, Tensor x, ReadOnlySpan<int> axes = default, bool keepDimensions = false) =>
        tape.Next<SumOperation>().Apply(x, axes, keepDimensions, mean: false);

    /// <summary>The mean over axes.</summary>
    public static Tensor Mean(this Tape tape, Tensor x, ReadOnlySpan<int> axes = default, bool keepDimensions = false) =>
        tape.Next<SumOperation>().Apply(x, axes, keepDimensions, mean: true);

    /// <summary>The largest element over axes.</summary>
    public static Tensor Max(this Tape tape, Tensor x, ReadOnlySpan<int> axes = default, bool keepDimensions = false) =>
        tape.Next<ExtremumOperation>().Apply(x, axes, keepDimensions, largest: true);

    /// <summary>The smallest element over axes.</summary>
    public static Tensor Min(this Tape tape, Tensor x, ReadOnlySpan<int> axes = default, bool keepDimensions = false) =>
        tape.Next<ExtremumOperation>().Apply(x, axes, keepDimensions, largest: false);

    /// <summary>The variance over axes.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">The input.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="correction">What is taken off the number of elements in the divisor: 1 for the unbiased variance, 0 for that of a population.</param>
    public static Tensor Variance(this Tape tape, Tensor x, ReadOnlySpan<int> axes = default, int correction = 1)
    {
        var centred = tape.Subtract(x, tape.Mean(x, axes, keepDimensions: true));
        var squares = tape.Sum(tape.Power(centred, 2), axes);
        return tape.Affine(squares, 1f / ((x.Count / squares.Count) - correction));
    }

    /// <summary>log sum exp over an axis.</summary>
    public static Tensor LogSumExp(this Tape tape, Tensor x, int axis = -1, bool keepDimensions = false) =>
        tape.Next<LogSumExpOperation>().Apply(x, axis, keepDimensions);

    /// <summary>Softmax over an axis.</summary>
    public static Tensor Softmax(this Tape tape, Tensor x, int axis = -1) => tape.Next<SoftmaxOperation>().Apply(x, axis);

    /// <summary>The logarithm of the softmax over an axis.</summary>
    public static Tensor LogSoftmax(this Tape tape, Tensor x, int axis = -1) => tape.Next<LogSoftmaxOperation>().Apply(x, axis);

    /// <summary>Sums of all elements up to each one along an axis.</summary>
    public static Tensor CumulativeSum(this Tape tape, Tensor x, int axis) => tape.Next<CumulativeSumOperation>().Apply(x, axis);

    /// <summary>The entropy of the softmax of logits over the last axis, in nats.</summary>
    public static Tensor Entropy(this Tape tape, Tensor logits) =>
        tape.Negate(tape.Sum(tape.Multiply(tape.Softmax(logits), tape.LogSoftmax(logits)), [-1]));

    /// <summary>sum(x mask) / sum(mask) over axes. What the mask leaves out must be finite; it has gradient 0.</summary>
    public static Tensor MaskedMean(this Tape tape, Tensor x, Tensor mask, ReadOnlySpan<int> axes = default) =>
        tape.Divide(tape.Sum(tape.Multiply(x, mask), axes), tape.Sum(mask, axes));
}
