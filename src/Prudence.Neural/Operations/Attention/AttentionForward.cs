namespace Prudence.Neural;

/// <summary>The forward pass of one block of queries of one head.</summary>
internal readonly unsafe struct AttentionForward(
    ComputeContext compute, AttentionGeometry geometry, float* query, float* key, float* value, int* mask, float* output, float* logSums) : IParallelBody
{
    private readonly ComputeContext compute = compute;

    public void Run(int start, int end, int worker)
    {
        for (var item = start; item < end; item++)
        {
            // The last blocks of a causal attention are the longest: they come first, so that threads finish together.
            var (place, rest) = Math.DivRem(item, geometry.Queries.Batch * geometry.Queries.Heads);
            var (batch, head) = Math.DivRem(rest, geometry.Queries.Heads);
            Block(batch, head, geometry.Blocks - 1 - place, compute.Scratch(worker));
        }
    }

    private void Block(int batch, int head, int block, ScratchMemory scratch)
    {
        var (rows, limit, width) = (geometry.Rows(block), geometry.BlockLimit(block), geometry.Queries.Width);
        var first = block * AttentionGeometry.BlockLength;
        var scores = scratch.Floats(ScratchPlace.Scores, (long)rows * limit);
        var keyStart = geometry.Keys.Start(batch, head / geometry.Group);
        var queryStart = geometry.Queries.Start(batch, head) + ((nint)first * geometry.Queries.RowStride);
        var keys = MatrixView.Rows(key + keyStart, geometry.Keys.RowStride);
        MatrixMultiply.OnOneThread(
            new(rows, limit, width, MatrixView.Rows(query + queryStart, geometry.Queries.RowStride), keys.Transposed, scores, limit, add: false), scratch);
        var sums = logSums + ((((nint)batch * geometry.Queries.Heads) + head) * geometry.Queries.Positions) + first;
        for (var row = 0; row < rows; row++)
        {
            var line = scores + ((nint)row * limit);
            AttentionScores.Mask(geometry, line, first + row, limit, mask is null ? null : mask + ((nint)batch * geometry.Keys.Positions));
            sums[row] = Softmax(line, limit);
        }

        MatrixMultiply.OnOneThread(
            new(
                rows, width, limit, MatrixView.Rows(scores, limit), MatrixView.Rows(value + keyStart, geometry.Keys.RowStride), output + queryStart, geometry.Queries.RowStride, add: false),
            scratch);
    }

    /// <summary>Softmax in place; returns the logarithm of the sum, infinite for a line that reads nothing.</summary>
    private static float Softmax(float* line, int count)
    {
        var largest = VectorLoops.Max(line, count);
        if (float.IsNegativeInfinity(largest))
        {
            new Span<float>(line, count).Clear();
            return float.PositiveInfinity;
        }

        var sum = VectorLoops.ExpAndSum(line, largest, count);
        VectorLoops.Scale(line, 1 / sum, count);
        return largest + MathF.Log(sum);
    }
}
