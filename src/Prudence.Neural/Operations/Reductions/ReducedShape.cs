namespace Prudence.Neural;

/// <summary>Shapes after a reduction over axes; no axes named means all.</summary>
internal static class ReducedShape
{
    /// <summary>The reduced dimensions stay as 1.</summary>
    public static Shape Keeping(Shape shape, ReadOnlySpan<int> axes)
    {
        if (axes.IsEmpty)
        {
            for (var axis = 0; axis < shape.Rank; axis++)
            {
                shape = shape.With(axis, 1);
            }
        }

        foreach (var axis in axes)
        {
            shape = shape.With(axis, 1);
        }

        return shape;
    }

    /// <summary>The reduced dimensions go.</summary>
    public static Shape Dropping(in Shape shape, ReadOnlySpan<int> axes)
    {
        Span<int> left = stackalloc int[Shape.MaximumRank];
        var count = 0;
        for (var axis = 0; axis < shape.Rank && !axes.IsEmpty; axis++)
        {
            if (!axes.Contains(axis) && !axes.Contains(axis - shape.Rank))
            {
                left[count++] = shape[axis];
            }
        }

        return new(left[..count]);
    }
}
