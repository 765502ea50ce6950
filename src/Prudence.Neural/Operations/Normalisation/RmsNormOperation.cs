namespace Prudence.Neural;

/// <summary>x / sqrt(mean(x^2) + epsilon) times a weight, row by row.</summary>
internal sealed unsafe class RmsNormOperation : Operation
{
    private Tensor x = null!;
    private Tensor weight = null!;
    private Tensor y = null!;
    private Tensor scales = null!;

    public Tensor Apply(Tensor input, Tensor factors, float epsilon)
    {
        (x, weight) = (input, factors);
        if (x.Shape.Rank == 0 || weight.Count != x.Shape.Last)
        {
            throw new ShapeException("rms norm", x.Shape, weight.Shape, "the weight must have the length of the last dimension");
        }

        y = Output(x.Shape, x.RequiresGradient || weight.RequiresGradient);
        scales = Output(new(x.Shape.Rows), requiresGradient: false, index: 1);
        var body = new ForwardBody(x.Shape.Last, x.Data, weight.Data, y.Data, scales.Data, epsilon);
        Compute.For(ref body, x.Shape.Rows, 1 + (8192 / x.Shape.Last));
        return y;
    }

    public override void Backward()
    {
        var (rows, width) = (x.Shape.Rows, x.Shape.Last);
        var upstream = y.GradientToAdd();
        if (x.RequiresGradient)
        {
            var body = new BackwardBody(width, x.Data, weight.Data, upstream, scales.Data, x.GradientToAdd());
            Compute.For(ref body, rows, 1 + (8192 / width));
        }

        if (weight.RequiresGradient)
        {
            ColumnSums.Add(Compute, rows, width, upstream, x.Data, null, scales.Data, weight.GradientToAdd());
        }
    }

    private readonly struct ForwardBody(int width, float* x, float* weight, float* y, float* scales, float epsilon) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var row = start; row < end; row++)
            {
                var source = x + ((nint)row * width);
                var target = y + ((nint)row * width);
                var meanSquare = VectorLoops.Dot(source, source, width) / width;
                scales[row] = (float)(1 / Math.Sqrt((double)meanSquare + epsilon));
                VectorLoops.MultiplyScaled(target, source, weight, scales[row], width);
            }
        }
    }

    private readonly struct BackwardBody(int width, float* x, float* weight, float* upstream, float* scales, float* gradient) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            // With s the scale and g = upstream weight: dx = s g - s^3 x mean(g x).
            for (var row = start; row < end; row++)
            {
                var place = (nint)row * width;
                var scale = scales[row];
                var mean = VectorLoops.DotOfThree(upstream + place, weight, x + place, width) / width;
                VectorLoops.AddNormGradient(gradient + place, upstream + place, weight, x + place, scale, -scale * scale * scale * mean, width);
            }
        }
    }
}
