namespace Prudence.Neural;

/// <summary>The logarithm of the softmax over an axis, without forming the softmax.</summary>
internal sealed unsafe class LogSoftmaxOperation : Operation
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
        Compute.For(ref body, loop.Lines, 1 + (1024 / Math.Max(1, loop.Length)));
        return y;
    }

    public override void Backward()
    {
        var body = new BackwardBody(loop, y.Data, y.GradientToAdd(), x.GradientToAdd());
        Compute.For(ref body, loop.Lines, 1 + (1024 / Math.Max(1, loop.Length)));
    }

    private readonly struct ForwardBody(AxisLoop loop, float* x, float* y) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var line = start; line < end; line++)
            {
                var first = loop.Start(line);
                double sum = 0;
                var largest = LogSumExpOperation.Largest(x + first, loop.Length, loop.Stride);
                for (var index = 0; index < loop.Length; index++)
                {
                    sum += MathF.Exp(x[first + ((nint)index * loop.Stride)] - largest);
                }

                // The shift is taken off before the logarithm comes on: large logits keep the digits of their differences.
                var log = (float)Math.Log(sum);
                for (var index = 0; index < loop.Length; index++)
                {
                    var place = first + ((nint)index * loop.Stride);
                    y[place] = x[place] - largest - log;
                }
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
                double sum = 0;
                for (var place = first; place < last; place += loop.Stride)
                {
                    sum += upstream[place];
                }

                for (var place = first; place < last; place += loop.Stride)
                {
                    gradient[place] += upstream[place] - (float)(MathF.Exp(y[place]) * sum);
                }
            }
        }
    }
}
