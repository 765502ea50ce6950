namespace Prudence.Neural;

/// <summary>The innermost loop of the matrix multiply: a small tile of the result that stays in registers while the sum runs.</summary>
internal unsafe interface IMicroKernel
{
    /// <summary>The rows of the tile.</summary>
    static abstract int Rows { get; }

    /// <summary>The columns of the tile.</summary>
    static abstract int Columns { get; }

    /// <summary>Computes a tile.</summary>
    /// <param name="depth">The length of the sums.</param>
    /// <param name="left">A packed panel: for each step of the sum one value for each row.</param>
    /// <param name="right">A packed panel, aligned: for each step one value for each column.</param>
    /// <param name="result">The upper left corner of the tile.</param>
    /// <param name="stride">From one row of the result to the next.</param>
    /// <param name="add">True to add to the result, false to overwrite it.</param>
    static abstract void Multiply(int depth, float* left, float* right, float* result, nint stride, bool add);
}
