namespace Prudence.Neural;

/// <summary>The same elements in another order or shape.</summary>
public static class ShapeExtensions
{
    /// <summary>Another shape of as many elements; nothing is copied.</summary>
    public static Tensor Reshape(this Tape tape, Tensor x, Shape shape) => tape.Next<ViewOperation>().Apply(x, shape);

    /// <summary>Dimensions in another order.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">The input.</param>
    /// <param name="order">For each dimension of the result, which one of the input it is.</param>
    public static Tensor Permute(this Tape tape, Tensor x, params ReadOnlySpan<int> order)
    {
        if (order.Length != x.Shape.Rank)
        {
            throw new ShapeException("permute", x.Shape, $"an order of {x.Shape.Rank} axes was expected, not {order.Length}");
        }

        Span<int> dimensions = stackalloc int[order.Length];
        Span<int> strides = stackalloc int[order.Length];
        for (var axis = 0; axis < order.Length; axis++)
        {
            dimensions[axis] = x.Shape[order[axis]];
            strides[axis] = Stride(x.Shape, x.Shape.Axis(order[axis]));
        }

        return tape.Next<StridedCopyOperation>().Apply(x, new(dimensions), 0, strides);
    }

    /// <summary>Two dimensions exchanged.</summary>
    public static Tensor Transpose(this Tape tape, Tensor x, int first, int second)
    {
        Span<int> order = stackalloc int[x.Shape.Rank];
        for (var axis = 0; axis < order.Length; axis++)
        {
            order[axis] = axis;
        }

        var (a, b) = (x.Shape.Axis(first), x.Shape.Axis(second));
        (order[a], order[b]) = (order[b], order[a]);
        return tape.Permute(x, order);
    }

    /// <summary>Part of one dimension.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="x">The input.</param>
    /// <param name="axis">The dimension.</param>
    /// <param name="start">The first index; negative ones count from the end.</param>
    /// <param name="end">The index after the last; negative ones count from the end, and null is the end.</param>
    /// <param name="step">From one index to the next, at least 1.</param>
    public static Tensor Slice(this Tape tape, Tensor x, int axis, int start, int? end = null, int step = 1)
    {
        var length = x.Shape[axis];
        var from = start < 0 ? start + length : start;
        var to = end switch { null => length, < 0 => end.Value + length, _ => end.Value };
        if (from < 0 || to > length || from > to || step < 1)
        {
            throw new ShapeException("slice", x.Shape, $"axis {axis} from {start} to {end?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "the end"} in steps of {step} does not lie in it");
        }

        Span<int> strides = stackalloc int[x.Shape.Rank];
        for (var other = 0; other < strides.Length; other++)
        {
            strides[other] = Stride(x.Shape, other);
        }

        var counted = x.Shape.Axis(axis);
        var offset = from * strides[counted];
        strides[counted] *= step;
        return tape.Next<StridedCopyOperation>().Apply(x, x.Shape.With(axis, (to - from + step - 1) / step), offset, strides);
    }

    /// <summary>Repeats dimensions of 1 up to a shape.</summary>
    public static Tensor Expand(this Tape tape, Tensor x, Shape shape)
    {
        if (Shape.Broadcast(x.Shape, shape, "expand") != shape)
        {
            throw new ShapeException("expand", x.Shape, shape, "only dimensions of 1 can be repeated");
        }

        Span<int> strides = stackalloc int[shape.Rank];
        for (var axis = 0; axis < x.Shape.Rank; axis++)
        {
            strides[axis + shape.Rank - x.Shape.Rank] = x.Shape[axis] == 1 ? 0 : Stride(x.Shape, axis);
        }

        return tape.Next<StridedCopyOperation>().Apply(x, shape, 0, strides);
    }

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor Concatenate(this Tape tape, int axis, params ReadOnlySpan<Tensor> parts) => tape.Next<ConcatenateOperation>().Apply(parts, axis, stack: false);

    /// <summary>Joins tensors of one shape along a new dimension.</summary>
    public static Tensor Stack(this Tape tape, int axis, params ReadOnlySpan<Tensor> parts) => tape.Next<ConcatenateOperation>().Apply(parts, axis, stack: true);

    private static int Stride(in Shape shape, int axis) => shape.Product(axis + 1, shape.Rank);
}
