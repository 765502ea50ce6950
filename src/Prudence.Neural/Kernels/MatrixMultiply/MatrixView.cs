namespace Prudence.Neural;

/// <summary>A matrix in memory with the distance between rows and between columns: any block of a matrix, or its transpose.</summary>
internal readonly unsafe struct MatrixView(float* start, nint rowStride, nint columnStride)
{
    public float* Start { get; } = start;

    public nint RowStride { get; } = rowStride;

    public nint ColumnStride { get; } = columnStride;

    /// <summary>The same numbers with rows and columns exchanged.</summary>
    public MatrixView Transposed => new(Start, ColumnStride, RowStride);

    /// <summary>A matrix whose rows follow each other.</summary>
    public static MatrixView Rows(float* start, nint stride) => new(start, stride, 1);

    /// <summary>The block that begins at a row and column.</summary>
    public MatrixView At(nint row, nint column) => new(Start + (row * RowStride) + (column * ColumnStride), RowStride, ColumnStride);
}
