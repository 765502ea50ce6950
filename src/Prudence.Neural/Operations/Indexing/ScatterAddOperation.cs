namespace Prudence.Neural;

/// <summary>A copy of a tensor with elements added to it at indices along an axis: <c>y[index[i,j], j] += source[i,j]</c> for the first of two.</summary>
internal sealed unsafe class ScatterAddOperation : Operation
{
    private readonly IndexBuffer indices = new();
    private Tensor x = null!;
    private Tensor added = null!;
    private Tensor y = null!;
    private AxisLoop loop;
    private int count;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> index, Tensor elements, int axis)
    {
        (x, added) = (input, elements);
        loop = new(x.Shape, axis);
        indices.Set(index, loop.Length, "scatter add");
        count = added.Shape[axis];
        if (added.Shape != x.Shape.With(axis, count) || index.Length != added.Count)
        {
            throw new ShapeException("scatter add", x.Shape, added.Shape, $"they must be equal but for axis {axis}, with one index for each element added");
        }

        y = Output(x.Shape, x.RequiresGradient || added.RequiresGradient);
        x.Span.CopyTo(y.Span);
        for (var item = 0; item < indices.Count; item++)
        {
            y.Data[Place(item)] += added.Data[item];
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        if (x.RequiresGradient)
        {
            VectorLoops.Add(x.GradientToAdd(), upstream, x.Count);
        }

        if (added.RequiresGradient)
        {
            var gradient = added.GradientToAdd();
            for (var item = 0; item < indices.Count; item++)
            {
                gradient[item] += upstream[Place(item)];
            }
        }
    }

    private nint Place(int item)
    {
        var (outer, rest) = Math.DivRem(item, count * loop.Stride);
        return (((nint)outer * loop.Length) + indices[item]) * loop.Stride + (rest % loop.Stride);
    }
}
