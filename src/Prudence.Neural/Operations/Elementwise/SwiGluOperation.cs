using System.Numerics;

namespace Prudence.Neural;

/// <summary>silu(gate) times up, in one pass over memory.</summary>
internal sealed unsafe class SwiGluOperation : Operation
{
    private const int ElementsAtOnce = 8192;

    private Tensor gate = null!;
    private Tensor up = null!;
    private Tensor y = null!;

    public Tensor Apply(Tensor gateInput, Tensor upInput)
    {
        (gate, up) = (gateInput, upInput);
        if (gate.Shape != up.Shape)
        {
            throw new ShapeException("swiglu", gate.Shape, up.Shape, "gate and up must have the same shape");
        }

        y = Output(gate.Shape, gate.RequiresGradient || up.RequiresGradient);
        var body = new ForwardBody(gate.Data, up.Data, y.Data);
        Compute.For(ref body, y.Count, ElementsAtOnce);
        return y;
    }

    public override void Backward()
    {
        var toGate = gate.RequiresGradient ? gate.GradientToAdd() : null;
        var toUp = up.RequiresGradient ? up.GradientToAdd() : null;
        var body = new BackwardBody(gate.Data, up.Data, y.GradientToAdd(), toGate, toUp);
        Compute.For(ref body, y.Count, ElementsAtOnce);
    }

    private readonly struct ForwardBody(float* gate, float* up, float* y) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            var index = start;
            for (; index <= end - Vector<float>.Count; index += Vector<float>.Count)
            {
                var g = Vector.Load(gate + index);
                (g * VectorMath.Sigmoid(g) * Vector.Load(up + index)).Store(y + index);
            }

            if (index < end)
            {
                var g = VectorTail.Load(gate + index, end - index);
                VectorTail.Store(g * VectorMath.Sigmoid(g) * VectorTail.Load(up + index, end - index), y + index, end - index);
            }
        }
    }

    private readonly struct BackwardBody(float* gate, float* up, float* upstream, float* toGate, float* toUp) : IParallelBody
    {
        public void Run(int start, int end, int worker)
        {
            for (var index = start; index < end; index += Vector<float>.Count)
            {
                var count = Math.Min(Vector<float>.Count, end - index);
                var (g, u, d) = (Load(gate + index, count), Load(up + index, count), Load(upstream + index, count));
                var sigmoid = VectorMath.Sigmoid(g);
                var silu = g * sigmoid;
                if (toGate is not null)
                {
                    Add(toGate + index, d * u * (sigmoid + (silu * (Vector<float>.One - sigmoid))), count);
                }

                if (toUp is not null)
                {
                    Add(toUp + index, d * silu, count);
                }
            }
        }

        private static Vector<float> Load(float* source, int count) => count == Vector<float>.Count ? Vector.Load(source) : VectorTail.Load(source, count);

        private static void Add(float* target, Vector<float> values, int count)
        {
            if (count == Vector<float>.Count)
            {
                (Vector.Load(target) + values).Store(target);
            }
            else
            {
                VectorTail.Store(VectorTail.Load(target, count) + values, target, count);
            }
        }
    }
}
