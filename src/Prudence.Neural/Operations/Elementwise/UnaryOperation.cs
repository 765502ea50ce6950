namespace Prudence.Neural;

/// <summary>A function of each element.</summary>
internal sealed unsafe class UnaryOperation<TFunction> : Operation
    where TFunction : struct, IUnaryFunction
{
    private const int ElementsAtOnce = 4096;

    private TFunction function;
    private Tensor x = null!;
    private Tensor y = null!;

    public Tensor Apply(Tensor input, TFunction of)
    {
        (x, function) = (input, of);
        y = Output(x.Shape, x.RequiresGradient);
        var body = new ForwardBody(function, x.Data, y.Data);
        Compute.For(ref body, x.Count, ElementsAtOnce);
        return y;
    }

    public override void Backward()
    {
        var body = new BackwardBody(function, x.Data, y.Data, y.GradientToAdd(), x.GradientToAdd());
        Compute.For(ref body, x.Count, ElementsAtOnce);
    }

    private readonly struct ForwardBody(TFunction function, float* x, float* y) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var index = start; index < end; index++)
            {
                y[index] = function.Value(x[index]);
            }
        }
    }

    private readonly struct BackwardBody(TFunction function, float* x, float* y, float* upstream, float* gradient) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var index = start; index < end; index++)
            {
                if (upstream[index] != 0)
                {
                    gradient[index] += upstream[index] * function.Slope(x[index], y[index]);
                }
            }
        }
    }
}
