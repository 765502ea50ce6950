namespace Prudence.Neural;

/// <summary>A copy of a tensor with slices added to it at indices along an axis.</summary>
internal sealed unsafe class IndexAddOperation : Operation
{
    private readonly IndexBuffer indices = new();
    private Tensor x = null!;
    private Tensor added = null!;
    private Tensor y = null!;
    private AxisLoop loop;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> index, Tensor slices, int axis)
    {
        (x, added) = (input, slices);
        loop = new(x.Shape, axis);
        indices.Set(index, loop.Length, "index add");
        if (added.Shape != x.Shape.With(axis, indices.Count))
        {
            throw new ShapeException("index add", x.Shape, added.Shape, $"the second must have {indices.Count} slices along axis {axis} and be equal elsewhere");
        }

        y = Output(x.Shape, x.RequiresGradient || added.RequiresGradient);
        x.Span.CopyTo(y.Span);
        for (var outer = 0; outer < loop.Outer; outer++)
        {
            for (var item = 0; item < indices.Count; item++)
            {
                VectorLoops.Add(y.Data + Target(outer, item), added.Data + Source(outer, item), loop.Stride);
            }
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

        for (var outer = 0; outer < loop.Outer && added.RequiresGradient; outer++)
        {
            for (var item = 0; item < indices.Count; item++)
            {
                VectorLoops.Add(added.GradientToAdd() + Source(outer, item), upstream + Target(outer, item), loop.Stride);
            }
        }
    }

    private nint Target(int outer, int item) => (((nint)outer * loop.Length) + indices[item]) * loop.Stride;

    private nint Source(int outer, int item) => (((nint)outer * indices.Count) + item) * loop.Stride;
}
