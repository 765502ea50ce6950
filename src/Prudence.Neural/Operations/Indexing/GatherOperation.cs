namespace Prudence.Neural;

/// <summary>Takes one element for each index, along an axis: <c>y[i,j] = x[i, index[i,j]]</c> for the last of two.</summary>
internal sealed unsafe class GatherOperation : Operation
{
    private readonly IndexBuffer indices = new();
    private Tensor x = null!;
    private Tensor y = null!;
    private AxisLoop loop;
    private int count;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> index, int axis, int indicesInLine, in Shape shape)
    {
        (x, count) = (input, indicesInLine);
        loop = new(x.Shape, axis);
        indices.Set(index, loop.Length, "gather");
        if (index.Length != loop.Lines * count)
        {
            throw new ShapeException("gather", x.Shape, shape, $"{loop.Lines * count} indices were expected along axis {axis}, not {index.Length}");
        }

        y = Output(shape, x.RequiresGradient);
        for (var item = 0; item < indices.Count; item++)
        {
            y.Data[item] = x.Data[Place(item)];
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToAdd();
        for (var item = 0; item < indices.Count; item++)
        {
            gradient[Place(item)] += upstream[item];
        }
    }

    private nint Place(int item)
    {
        var (outer, rest) = Math.DivRem(item, count * loop.Stride);
        return (((nint)outer * loop.Length) + indices[item]) * loop.Stride + (rest % loop.Stride);
    }
}
