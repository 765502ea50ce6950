using System.Numerics;

namespace Prudence.Neural;

/// <summary>A function of each element, a vector at a time.</summary>
internal sealed unsafe class VectorOperation<TFunction> : Operation
    where TFunction : struct, IVectorFunction
{
    private const int ElementsAtOnce = 8192;

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
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToWrite(out var add);
        var body = new BackwardBody(function, x.Data, y.Data, upstream, gradient, add);
        Compute.For(ref body, x.Count, ElementsAtOnce);
    }

    private readonly struct ForwardBody(TFunction function, float* x, float* y) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            var index = start;
            for (; index <= end - Vector<float>.Count; index += Vector<float>.Count)
            {
                function.Value(Vector.Load(x + index)).Store(y + index);
            }

            if (index < end)
            {
                var rest = VectorTail.Load(x + index, end - index);
                VectorTail.Store(function.Value(rest), y + index, end - index);
            }
        }
    }

    private readonly struct BackwardBody(TFunction function, float* x, float* y, float* upstream, float* gradient, bool add) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            var index = start;
            for (; index <= end - Vector<float>.Count; index += Vector<float>.Count)
            {
                var slope = function.Slope(Vector.Load(x + index), Vector.Load(y + index)) * Vector.Load(upstream + index);
                (add ? slope + Vector.Load(gradient + index) : slope).Store(gradient + index);
            }

            if (index < end)
            {
                var rest = end - index;
                var slope = function.Slope(VectorTail.Load(x + index, rest), VectorTail.Load(y + index, rest)) * VectorTail.Load(upstream + index, rest);
                VectorTail.Store(add ? slope + VectorTail.Load(gradient + index, rest) : slope, gradient + index, rest);
            }
        }
    }
}
