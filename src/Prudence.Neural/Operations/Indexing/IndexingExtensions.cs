namespace Prudence.Neural;

/// <summary>Elements chosen by whole numbers. Indices that occur twice add up in the gradient.</summary>
public static class IndexingExtensions
{
    /// <summary>Rows of a table.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="weight">The table, [rows, width].</param>
    /// <param name="ids">Which rows.</param>
    /// <param name="shape">The shape of the ids; the result has the width behind it.</param>
    public static Tensor Embedding(this Tape tape, Tensor weight, ReadOnlySpan<int> ids, Shape shape)
    {
        if (shape.Count != ids.Length || weight.Shape.Rank != 2)
        {
            throw new ShapeException("embedding", weight.Shape, shape, $"a table of two dimensions and a shape for {ids.Length} ids were expected");
        }

        Span<int> dimensions = stackalloc int[shape.Rank + 1];
        shape.CopyTo(dimensions);
        dimensions[^1] = weight.Shape[1];
        return tape.Next<IndexSelectOperation>().Apply(weight, ids, 0, new(dimensions), "embedding");
    }

    /// <summary>Slices along an axis.</summary>
    public static Tensor IndexSelect(this Tape tape, Tensor x, ReadOnlySpan<int> indices, int axis) =>
        tape.Next<IndexSelectOperation>().Apply(x, indices, axis, x.Shape.With(axis, indices.Length), "index select");

    /// <summary>A copy with slices added at indices along an axis.</summary>
    public static Tensor IndexAdd(this Tape tape, Tensor x, ReadOnlySpan<int> indices, Tensor slices, int axis) =>
        tape.Next<IndexAddOperation>().Apply(x, indices, slices, axis);

    /// <summary>One element for each index along an axis; the indices have the shape of the input but for the axis.</summary>
    public static Tensor Gather(this Tape tape, Tensor x, ReadOnlySpan<int> indices, int axis)
    {
        var lines = x.Shape[axis] == 0 ? 0 : x.Count / x.Shape[axis];
        var length = lines == 0 ? 0 : indices.Length / lines;
        return tape.Next<GatherOperation>().Apply(x, indices, axis, length, x.Shape.With(axis, length));
    }

    /// <summary>One element of each row: [.., n] and one index a row to [..].</summary>
    public static Tensor GatherLast(this Tape tape, Tensor x, ReadOnlySpan<int> indices) =>
        tape.Next<GatherOperation>().Apply(x, indices, -1, 1, x.Shape.Without(-1));

    /// <summary>A copy with elements added at indices along an axis; there is one index for each element.</summary>
    public static Tensor ScatterAdd(this Tape tape, Tensor x, ReadOnlySpan<int> indices, Tensor elements, int axis) =>
        tape.Next<ScatterAddOperation>().Apply(x, indices, elements, axis);
}
