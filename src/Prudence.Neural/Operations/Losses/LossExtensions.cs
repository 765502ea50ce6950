namespace Prudence.Neural;

/// <summary>Losses of single predictions. Those of policies and preferences stand in the folder Losses of the project.</summary>
public static class LossExtensions
{
    /// <summary>Cross-entropy of logits with classes.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="logits">[.., classes].</param>
    /// <param name="targets">One class for each row.</param>
    /// <param name="options">How it is computed.</param>
    /// <param name="weights">One weight for each row; the mean divides by their sum. Empty if all weigh the same.</param>
    public static Tensor CrossEntropy(
        this Tape tape, Tensor logits, ReadOnlySpan<int> targets, CrossEntropyOptions options, ReadOnlySpan<float> weights = default) =>
        tape.Next<CrossEntropyOperation>().Apply(logits, targets, weights, options);

    /// <summary>The loss of causal language models: logits at a position against the label of the next one, mean over labels that are not -100.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="logits">[batch, positions, classes].</param>
    /// <param name="labels">[batch, positions]: the tokens themselves, or -100.</param>
    public static Tensor NextTokenCrossEntropy(this Tape tape, Tensor logits, ReadOnlySpan<int> labels)
    {
        if (logits.Shape.Rank != 3 || labels.Length != logits.Shape.Rows)
        {
            throw new ShapeException("next-token cross-entropy", logits.Shape, $"[batch, positions, classes] with a label for each position was expected, not {labels.Length} labels");
        }

        var length = logits.Shape[1];
        var shifted = System.Buffers.ArrayPool<int>.Shared.Rent(labels.Length);
        for (var index = 0; index < labels.Length; index++)
        {
            shifted[index] = (index + 1) % length == 0 ? CrossEntropyOptions.DefaultIgnoreIndex : labels[index + 1];
        }

        var loss = tape.CrossEntropy(logits, shifted.AsSpan(0, labels.Length), new());
        System.Buffers.ArrayPool<int>.Shared.Return(shifted);
        return loss;
    }

    /// <summary>The mean of squared differences.</summary>
    public static Tensor MeanSquaredError(this Tape tape, Tensor x, Tensor target) => tape.Mean(tape.Power(tape.Subtract(x, target), 2));

    /// <summary>The mean of squares up to a difference of delta, and of straight lines beyond it.</summary>
    public static Tensor HuberLoss(this Tape tape, Tensor x, Tensor target, float delta = 1) =>
        tape.Mean(tape.Unary(tape.Subtract(x, target), new HuberFunction(delta)));

    /// <summary>The mean cross-entropy of two classes with the logit of the second.</summary>
    public static Tensor BinaryCrossEntropy(this Tape tape, Tensor logits, Tensor target) =>
        tape.Mean(tape.Subtract(tape.Softplus(logits), tape.Multiply(logits, target)));

    /// <summary>T^2 times the mean over rows of KL(softmax(teacher / T) || softmax(student / T)): distillation.</summary>
    public static Tensor DistillationLoss(this Tape tape, Tensor student, Tensor teacher, float temperature = 1)
    {
        var expected = tape.LogSoftmax(tape.Affine(teacher, 1 / temperature));
        var difference = tape.Subtract(expected, tape.LogSoftmax(tape.Affine(student, 1 / temperature)));
        var divergence = tape.Sum(tape.Multiply(tape.Exp(expected), difference), [-1]);
        return tape.Affine(tape.Mean(divergence), temperature * temperature);
    }

    /// <summary>The mean negative log-likelihood of the gamma distribution with shape a and rate l: -(a log l - lgamma(a) + (a-1) log y - l y).</summary>
    public static Tensor GammaNegativeLogLikelihood(this Tape tape, Tensor shape, Tensor rate, Tensor y)
    {
        var logs = tape.Add(tape.Multiply(shape, tape.Log(rate)), tape.Multiply(tape.Affine(shape, 1, -1), tape.Log(y)));
        var rest = tape.Add(tape.LogGamma(shape), tape.Multiply(rate, y));
        return tape.Mean(tape.Subtract(rest, logs));
    }
}
