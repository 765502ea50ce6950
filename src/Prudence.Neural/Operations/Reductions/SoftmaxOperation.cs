namespace Prudence.Neural;

/// <summary>Softmax over an axis, shifted by the maximum. A line that is minus infinity throughout becomes 0.</summary>
internal sealed unsafe class SoftmaxOperation : Operation
{
    private Tensor x = null!;
    private Tensor y = null!;
    private AxisLoop loop;

    public Tensor Apply(Tensor input, int axis)
    {
        x = input;
        loop = new(x.Shape, axis);
        y = Output(x.Shape, x.RequiresGradient);
        var body = new ForwardBody(loop, x.Data, y.Data);
        Compute.For(ref body, loop.Lines, 1 + (4096 / Math.Max(1, loop.Length)));
        return y;
    }

    public override void Backward()
    {
        var body = new BackwardBody(loop, y.Data, y.GradientToAdd(), x.GradientToAdd());
        Compute.For(ref body, loop.Lines, 1 + (4096 / Math.Max(1, loop.Length)));
    }

    private readonly struct ForwardBody(AxisLoop loop, float* x, float* y) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var line = start; line < end; line++)
            {
                var place = loop.Start(line);
                if (loop.Stride == 1)
                {
                    Row(x + place, y + place, loop.Length);
                }
                else
                {
                    Column(x + place, y + place);
                }
            }
        }

        private static void Row(float* x, float* y, int count)
        {
            var largest = VectorLoops.Max(x, count);
            if (float.IsNegativeInfinity(largest))
            {
                new Span<float>(y, count).Clear();
                return;
            }

            new ReadOnlySpan<float>(x, count).CopyTo(new(y, count));
            VectorLoops.Scale(y, 1 / VectorLoops.ExpAndSum(y, largest, count), count);
        }

        private void Column(float* x, float* y)
        {
            var total = LogSumExpOperation.LogSumExp(x, loop.Length, loop.Stride, out var largest);
            for (nint index = 0; index < (nint)loop.Length * loop.Stride; index += loop.Stride)
            {
                y[index] = float.IsNegativeInfinity(total) ? 0 : MathF.Exp(x[index] - largest - (total - largest));
            }
        }
    }

    private readonly struct BackwardBody(AxisLoop loop, float* y, float* upstream, float* gradient) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var line = start; line < end; line++)
            {
                var (first, last) = (loop.Start(line), loop.Start(line) + ((nint)loop.Length * loop.Stride));
                double mean = 0;
                for (var place = first; place < last; place += loop.Stride)
                {
                    mean += (double)y[place] * upstream[place];
                }

                for (var place = first; place < last; place += loop.Stride)
                {
                    gradient[place] += y[place] * (upstream[place] - (float)mean);
                }
            }
        }
    }
}
