namespace Prudence.Neural;

/// <summary>Takes slices by index along an axis; an embedding takes rows.</summary>
internal sealed unsafe class IndexSelectOperation : Operation
{
    private readonly IndexBuffer indices = new();
    private Tensor x = null!;
    private Tensor y = null!;
    private AxisLoop loop;

    public Tensor Apply(Tensor input, ReadOnlySpan<int> index, int axis, in Shape shape, string name)
    {
        x = input;
        loop = new(x.Shape, axis);
        indices.Set(index, loop.Length, name);
        y = Output(shape, x.RequiresGradient);
        for (var outer = 0; outer < loop.Outer; outer++)
        {
            for (var item = 0; item < indices.Count; item++)
            {
                new ReadOnlySpan<float>(x.Data + Source(outer, item), loop.Stride).CopyTo(new(y.Data + Target(outer, item), loop.Stride));
            }
        }

        return y;
    }

    public override void Backward()
    {
        var upstream = y.GradientToAdd();
        var gradient = x.GradientToAdd();
        for (var outer = 0; outer < loop.Outer; outer++)
        {
            for (var item = 0; item < indices.Count; item++)
            {
                VectorLoops.Add(gradient + Source(outer, item), upstream + Target(outer, item), loop.Stride);
            }
        }
    }

    private nint Source(int outer, int item) => (((nint)outer * loop.Length) + indices[item]) * loop.Stride;

    private nint Target(int outer, int item) => (((nint)outer * indices.Count) + item) * loop.Stride;
}
