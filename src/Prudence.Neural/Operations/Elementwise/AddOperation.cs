namespace Prudence.Neural;

/// <summary>The sum of two tensors of the same shape: the residual stream of a transformer.</summary>
internal sealed unsafe class AddOperation : Operation
{
    private const int ElementsAtOnce = 16384;

    private Tensor a = null!;
    private Tensor b = null!;
    private Tensor y = null!;

    public Tensor Apply(Tensor first, Tensor second)
    {
        (a, b) = (first, second);
        y = Output(a.Shape, a.RequiresGradient || b.RequiresGradient);
        var body = new Body(a.Data, b.Data, y.Data);
        Compute.For(ref body, y.Count, ElementsAtOnce);
        return y;
    }

    public override void Backward()
    {
        AddTo(a);
        AddTo(b);
    }

    private void AddTo(Tensor input)
    {
        if (!input.RequiresGradient)
        {
            return;
        }

        var upstream = y.GradientToAdd();
        var gradient = input.GradientToWrite(out var add);
        var body = new Body(upstream, add ? gradient : null, gradient);
        Compute.For(ref body, y.Count, ElementsAtOnce);
    }

    private readonly struct Body(float* first, float* second, float* target) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            var count = end - start;
            if (target != second)
            {
                new ReadOnlySpan<float>(first + start, count).CopyTo(new(target + start, count));
            }

            if (second is not null)
            {
                VectorLoops.Add(target + start, (target == second ? first : second) + start, count);
            }
        }
    }
}
