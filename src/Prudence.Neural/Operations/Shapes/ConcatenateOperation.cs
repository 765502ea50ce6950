namespace Prudence.Neural;

/// <summary>Joins tensors along an axis that they have, or along a new one.</summary>
internal sealed unsafe class ConcatenateOperation : Operation
{
    private readonly List<Tensor> parts = [];
    private Tensor y = null!;
    private int outer;

    public Tensor Apply(ReadOnlySpan<Tensor> inputs, int axis, bool stack)
    {
        if (inputs.IsEmpty)
        {
            throw new ArgumentException("concatenate: there is nothing to join.", nameof(inputs));
        }

        parts.Clear();
        parts.AddRange(inputs);
        var shape = stack ? Stacked(inputs, ref axis) : Joined(inputs, axis);
        outer = shape.Product(0, shape.Axis(axis));
        y = Output(shape, parts.Exists(static part => part.RequiresGradient));
        var place = y.Data;
        for (var index = 0; index < outer; index++)
        {
            foreach (var part in parts)
            {
                var count = part.Count / outer;
                part.Span.Slice(index * count, count).CopyTo(new(place, count));
                place += count;
            }
        }

        return y;
    }

    public override void Backward()
    {
        var place = y.GradientToAdd();
        for (var index = 0; index < outer; index++)
        {
            foreach (var part in parts)
            {
                var count = part.Count / outer;
                if (part.RequiresGradient)
                {
                    VectorLoops.Add(part.GradientToAdd() + ((nint)index * count), place, count);
                }

                place += count;
            }
        }
    }

    private static Shape Joined(ReadOnlySpan<Tensor> inputs, int axis)
    {
        var length = 0;
        foreach (var input in inputs)
        {
            length += input.Shape[axis];
            if (input.Shape.With(axis, 0) != inputs[0].Shape.With(axis, 0))
            {
                throw new ShapeException("concatenate", inputs[0].Shape, input.Shape, $"all dimensions but axis {axis} must be equal");
            }
        }

        return inputs[0].Shape.With(axis, length);
    }

    private static Shape Stacked(ReadOnlySpan<Tensor> inputs, ref int axis)
    {
        var shape = inputs[0].Shape;
        Span<int> dimensions = stackalloc int[shape.Rank + 1];
        shape.CopyTo(dimensions);
        axis = axis < 0 ? axis + shape.Rank + 1 : axis;
        dimensions[axis..^1].CopyTo(dimensions[(axis + 1)..]);
        dimensions[axis] = inputs.Length;
        foreach (var input in inputs)
        {
            if (input.Shape != shape)
            {
                throw new ShapeException("stack", shape, input.Shape, "all must have the same shape");
            }
        }

        return new(dimensions);
    }
}
