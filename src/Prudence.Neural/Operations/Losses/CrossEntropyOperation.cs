namespace Prudence.Neural;

/// <summary>Cross-entropy of logits with targets in one pass, without forming probabilities.</summary>
internal sealed unsafe class CrossEntropyOperation : Operation
{
    private readonly IndexBuffer targets = new();
    private Tensor logits = null!;
    private Tensor loss = null!;
    private Tensor losses = null!;
    private Tensor weights = null!;
    private Tensor logSums = null!;
    private LossReduction reduction;
    private float smoothing;
    private double divisor;

    public Tensor Apply(Tensor scores, ReadOnlySpan<int> classes, ReadOnlySpan<float> tokenWeights, in CrossEntropyOptions options)
    {
        (logits, reduction, smoothing) = (scores, options.Reduction, options.LabelSmoothing);
        SetTargets(classes, tokenWeights, options.IgnoreIndex);
        var rows = logits.Shape.Rows;
        var perTarget = logits.Shape.Without(-1);
        loss = Output(reduction == LossReduction.None ? perTarget : new Shape(), logits.RequiresGradient);
        logSums = Output(new(rows), requiresGradient: false, index: 1);
        losses = Output(perTarget, requiresGradient: false, index: 2);
        fixed (int* targetPointer = targets.Span)
        {
            var body = new ForwardBody(logits.Shape.Last, logits.Data, targetPointer, weights.Data, logSums.Data, losses.Data, smoothing);
            Compute.For(ref body, rows, 1 + (4096 / logits.Shape.Last));
        }

        if (reduction == LossReduction.None)
        {
            losses.Span.CopyTo(loss.Span);
        }
        else
        {
            *loss.Data = (float)(VectorLoops.Sum(losses.Data, rows) / divisor);
        }

        return loss;
    }

    public override void Backward()
    {
        fixed (int* targetPointer = targets.Span)
        {
            var upstream = loss.GradientToAdd();
            var gradient = logits.GradientToWrite(out var add);
            var body = new BackwardBody(
                logits.Shape.Last, logits.Data, targetPointer, weights.Data, logSums.Data, upstream, reduction == LossReduction.None ? 1 : 0, (float)(1 / divisor), smoothing, gradient, add);
            Compute.For(ref body, logits.Shape.Rows, 1 + (4096 / logits.Shape.Last));
        }
    }

    private void SetTargets(ReadOnlySpan<int> classes, ReadOnlySpan<float> tokenWeights, int ignored)
    {
        var (rows, width) = (logits.Shape.Rows, logits.Shape.Last);
        if (logits.Shape.Rank == 0 || classes.Length != rows || (!tokenWeights.IsEmpty && tokenWeights.Length != rows))
        {
            throw new ShapeException("cross-entropy", logits.Shape, $"{rows} targets, and as many weights or none, were expected, not {classes.Length} and {tokenWeights.Length}");
        }

        weights = Output(new(rows), requiresGradient: false, index: 3);
        targets.Set(classes);
        double sum = 0;
        for (var row = 0; row < rows; row++)
        {
            var isIgnored = classes[row] == ignored;
            if (!isIgnored && (uint)classes[row] >= (uint)width)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(classes), $"cross-entropy: target {classes[row]} at place {row} is out of range; it must be from 0 to {width - 1}, or {ignored} to be ignored.");
            }

            weights.Data[row] = isIgnored ? 0 : tokenWeights.IsEmpty ? 1 : tokenWeights[row];
            sum += weights.Data[row];
        }

        divisor = reduction == LossReduction.Mean ? (sum == 0 ? 1 : sum) : 1;
    }

    private readonly struct ForwardBody(int width, float* logits, int* targets, float* weights, float* logSums, float* losses, float smoothing) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var row = start; row < end; row++)
            {
                losses[row] = 0;
                if (weights[row] != 0)
                {
                    losses[row] = weights[row] * Row(logits + ((nint)row * width), targets[row], out logSums[row]);
                }
            }
        }

        private float Row(float* line, int target, out float logSum)
        {
            var largest = VectorLoops.Max(line, width);
            double sum = VectorLoops.SumOfExp(line, largest, width);
            var log = (float)Math.Log(sum);
            logSum = largest + log;
            var loss = largest - line[target] + log;
            if (smoothing != 0)
            {
                var mean = largest - (float)(VectorLoops.Sum(line, width) / width) + log;
                loss = ((1 - smoothing) * loss) + (smoothing * mean);
            }

            return loss;
        }
    }

    private readonly struct BackwardBody(
        int width,
        float* logits,
        int* targets,
        float* weights,
        float* logSums,
        float* upstream,
        int upstreamStep,
        float factor,
        float smoothing,
        float* gradient,
        bool add) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var row = start; row < end; row++)
            {
                var target = gradient + ((nint)row * width);
                if (!add)
                {
                    new Span<float>(target, width).Clear();
                }

                var scale = upstream[(nint)row * upstreamStep] * factor * weights[row];
                if (scale != 0)
                {
                    VectorLoops.AddScaledExp(target, logits + ((nint)row * width), logSums[row], scale, -smoothing * scale / width, width);
                    target[targets[row]] -= (1 - smoothing) * scale;
                }
            }
        }
    }
}
