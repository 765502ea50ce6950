namespace Prudence.Neural;

/// <summary>
/// The backward pass of one key head: all queries that read it, block by block, so that gradients of keys and values are added up by one thread.
/// With P the weights: dV = P^T dO, dP = dO V^T, dS = P (dP - rowsum(dO O)), dQ = dS K, dK = dS^T Q.
/// </summary>
internal readonly unsafe struct AttentionBackward(
    ComputeContext compute,
    AttentionGeometry geometry,
    float* query,
    float* key,
    float* value,
    int* mask,
    float* output,
    float* logSums,
    float* upstream,
    float* toQuery,
    float* toKey,
    float* toValue) : IParallelBody
{
    private readonly ComputeContext compute = compute;

    public void Run(int start, int end, int worker)
    {
        for (var item = start; item < end; item++)
        {
            var (batch, keyHead) = Math.DivRem(item, geometry.Keys.Heads);
            for (var head = keyHead * geometry.Group; head < (keyHead + 1) * geometry.Group; head++)
            {
                for (var block = 0; block < geometry.Blocks; block++)
                {
                    Block(batch, head, block, compute.Scratch(worker));
                }
            }
        }
    }

    private void Block(int batch, int head, int block, ScratchMemory scratch)
    {
        var (rows, limit, width) = (geometry.Rows(block), geometry.BlockLimit(block), geometry.Queries.Width);
        var (queryStride, keyStride) = (geometry.Queries.RowStride, geometry.Keys.RowStride);
        var first = block * AttentionGeometry.BlockLength;
        var queryStart = geometry.Queries.Start(batch, head) + ((nint)first * queryStride);
        var keyStart = geometry.Keys.Start(batch, head / geometry.Group);
        var weights = scratch.Floats(ScratchPlace.Scores, (long)rows * limit);
        var gradients = scratch.Floats(ScratchPlace.ScoreGradients, (long)rows * limit);
        var (q, k, v) = (MatrixView.Rows(query + queryStart, queryStride), MatrixView.Rows(key + keyStart, keyStride), MatrixView.Rows(value + keyStart, keyStride));
        var (d, p, s) = (MatrixView.Rows(upstream + queryStart, queryStride), MatrixView.Rows(weights, limit), MatrixView.Rows(gradients, limit));
        MatrixMultiply.OnOneThread(new(rows, limit, width, q, k.Transposed, weights, limit, add: false), scratch);
        MatrixMultiply.OnOneThread(new(rows, limit, width, d, v.Transposed, gradients, limit, add: false), scratch);
        for (var row = 0; row < rows; row++)
        {
            Row(batch, head, first + row, limit, weights + ((nint)row * limit), gradients + ((nint)row * limit), queryStart + ((nint)row * queryStride));
        }

        MatrixMultiply.OnOneThread(new(limit, width, rows, p.Transposed, d, toValue + keyStart, keyStride, add: true), scratch);
        MatrixMultiply.OnOneThread(new(limit, width, rows, s.Transposed, q, toKey + keyStart, keyStride, add: true), scratch);
        MatrixMultiply.OnOneThread(new(rows, width, limit, s, k, toQuery + queryStart, queryStride, add: true), scratch);
    }

    private void Row(int batch, int head, int position, int limit, float* weights, float* gradients, nint place)
    {
        var width = geometry.Queries.Width;
        AttentionScores.Mask(geometry, weights, position, limit, mask is null ? null : mask + ((nint)batch * geometry.Keys.Positions));
        var logSum = logSums[((((nint)batch * geometry.Queries.Heads) + head) * geometry.Queries.Positions) + position];
        if (float.IsPositiveInfinity(logSum))
        {
            new Span<float>(weights, limit).Clear();
            new Span<float>(gradients, limit).Clear();
            return;
        }

        VectorLoops.ExpAndSum(weights, logSum, limit);
        var mean = VectorLoops.Dot(upstream + place, output + place, width);
        VectorLoops.ScoreGradients(gradients, weights, mean, geometry.Scale, limit);
    }
}
