namespace Prudence.Neural;

/// <summary>The part of a product that one packed block of the right matrix takes part in.</summary>
internal readonly unsafe struct ColumnBlockProduct(
    MatrixProduct product, int column, int columns, int start, int depth, int panels, float* packed)
{
    public MatrixProduct Product { get; } = product;

    /// <summary>The first column of the block.</summary>
    public int Column { get; } = column;

    public int Columns { get; } = columns;

    /// <summary>Where in the sums the block begins.</summary>
    public int Start { get; } = start;

    public int Depth { get; } = depth;

    public int Panels { get; } = panels;

    public float* Panel<TKernel>(int panel)
        where TKernel : struct, IMicroKernel => packed + ((nint)panel * TKernel.Columns * Depth);
}
