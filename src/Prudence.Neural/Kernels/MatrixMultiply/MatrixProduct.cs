namespace Prudence.Neural;

/// <summary>A product that is to be computed: <c>Result (+)= Left Right</c>.</summary>
internal readonly unsafe struct MatrixProduct(
    int rows, int columns, int depth, MatrixView left, MatrixView right, float* result, nint stride, bool add)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public int Depth { get; } = depth;

    public MatrixView Left { get; } = left;

    public MatrixView Right { get; } = right;

    public float* Result { get; } = result;

    /// <summary>From one row of the result to the next; columns follow each other.</summary>
    public nint Stride { get; } = stride;

    /// <summary>True to add to the result, false to overwrite it.</summary>
    public bool Add { get; } = add;

    /// <summary>Sums of no terms are zero.</summary>
    public void WriteEmptySums()
    {
        for (var row = 0; row < Rows && !Add; row++)
        {
            new Span<float>(Result + (row * Stride), Columns).Clear();
        }
    }
}
