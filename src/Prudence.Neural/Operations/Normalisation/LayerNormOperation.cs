namespace Prudence.Neural;

/// <summary>(x - mean) / sqrt(variance + epsilon), row by row, times a weight and plus a bias where there are any.</summary>
internal sealed unsafe class LayerNormOperation : Operation
{
    private Tensor x = null!;
    private Tensor? weight;
    private Tensor? bias;
    private Tensor y = null!;
    private Tensor means = null!;
    private Tensor scales = null!;

    public Tensor Apply(Tensor input, Tensor? factors, Tensor? offsets, float epsilon)
    {
        (x, weight, bias) = (input, factors, offsets);
        var width = x.Shape.Last;
        if (x.Shape.Rank == 0 || (weight is not null && weight.Count != width) || (bias is not null && bias.Count != width))
        {
            throw new ShapeException("layer norm", x.Shape, (weight ?? bias ?? x).Shape, "weight and bias must have the length of the last dimension");
        }

        y = Output(x.Shape, x.RequiresGradient || weight?.RequiresGradient == true || bias?.RequiresGradient == true);
        means = Output(new(x.Shape.Rows), requiresGradient: false, index: 1);
        scales = Output(new(x.Shape.Rows), requiresGradient: false, index: 2);
        var body = new ForwardBody(width, x.Data, Data(weight), Data(bias), y.Data, means.Data, scales.Data, epsilon);
        Compute.For(ref body, x.Shape.Rows, 1 + (8192 / width));
        return y;
    }

    public override void Backward()
    {
        var (rows, width) = (x.Shape.Rows, x.Shape.Last);
        var upstream = y.GradientToAdd();
        if (x.RequiresGradient)
        {
            var body = new BackwardBody(width, x.Data, Data(weight), upstream, means.Data, scales.Data, x.GradientToAdd());
            Compute.For(ref body, rows, 1 + (8192 / width));
        }

        if (weight?.RequiresGradient == true)
        {
            ColumnSums.Add(Compute, rows, width, upstream, x.Data, means.Data, scales.Data, weight.GradientToAdd());
        }

        if (bias?.RequiresGradient == true)
        {
            ColumnSums.Add(Compute, rows, width, upstream, bias.GradientToAdd());
        }
    }

    private static float* Data(Tensor? tensor) => tensor is null ? null : tensor.Data;

    private readonly struct ForwardBody(int width, float* x, float* weight, float* bias, float* y, float* means, float* scales, float epsilon) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var row = start; row < end; row++)
            {
                var source = x + ((nint)row * width);
                var target = y + ((nint)row * width);
                means[row] = (float)(VectorLoops.Sum(source, width) / width);
                for (var column = 0; column < width; column++)
                {
                    target[column] = source[column] - means[row];
                }

                scales[row] = (float)(1 / Math.Sqrt((VectorLoops.Dot(target, target, width) / (double)width) + epsilon));
                for (var column = 0; column < width; column++)
                {
                    var value = target[column] * scales[row];
                    value = weight is null ? value : value * weight[column];
                    target[column] = bias is null ? value : value + bias[column];
                }
            }
        }
    }

    private readonly struct BackwardBody(int width, float* x, float* weight, float* upstream, float* means, float* scales, float* gradient) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            // With z the normalised row and g = upstream weight: dx = s (g - mean(g) - z mean(g z)).
            for (var row = start; row < end; row++)
            {
                var place = (nint)row * width;
                var (scale, mean) = (scales[row], means[row]);
                double sum = 0, sumOfProducts = 0;
                for (var column = 0; column < width; column++)
                {
                    var g = weight is null ? upstream[place + column] : upstream[place + column] * weight[column];
                    sum += g;
                    sumOfProducts += (double)g * ((x[place + column] - mean) * scale);
                }

                var (meanOfGradient, slope) = ((float)(sum / width), (float)(sumOfProducts / width));
                for (var column = 0; column < width; column++)
                {
                    var g = weight is null ? upstream[place + column] : upstream[place + column] * weight[column];
                    gradient[place + column] += scale * (g - meanOfGradient - ((x[place + column] - mean) * scale * slope));
                }
            }
        }
    }
}
