namespace Prudence.Neural;

/// <summary>
/// softmax(Q K^T / sqrt(d) + mask) V for a block of queries at a time: scores exist for one block only, and the backward pass computes them
/// again from the logarithms of their sums. A query that may read nothing has output 0.
/// </summary>
internal sealed unsafe class AttentionOperation : Operation
{
    private readonly IndexBuffer keyMask = new();
    private Tensor query = null!;
    private Tensor key = null!;
    private Tensor value = null!;
    private Tensor output = null!;
    private Tensor logSums = null!;
    private AttentionGeometry geometry;

    public Tensor Apply(Tensor q, Tensor k, Tensor v, ReadOnlySpan<bool> readableKeys, in AttentionOptions options)
    {
        (query, key, value) = (q, k, v);
        var queries = new HeadsView(q.Shape, options.Layout, "attention");
        var keys = new HeadsView(k.Shape, options.Layout, "attention");
        Check(queries, keys, readableKeys.Length);
        keyMask.Set(readableKeys);
        geometry = new(queries, keys, options);
        output = Output(q.Shape, q.RequiresGradient || k.RequiresGradient || v.RequiresGradient);
        logSums = Output(new(queries.Batch, queries.Heads, queries.Positions), requiresGradient: false, index: 1);
        fixed (int* mask = keyMask.Span)
        {
            var body = new AttentionForward(Compute, geometry, q.Data, k.Data, v.Data, mask, output.Data, logSums.Data);
            Compute.For(ref body, queries.Batch * queries.Heads * geometry.Blocks, 1);
        }

        return output;
    }

    public override void Backward()
    {
        // All three are computed together; what is not wanted goes to memory that nobody reads.
        var toQuery = Target(query, 2);
        var toKey = Target(key, 3);
        var toValue = Target(value, 4);
        fixed (int* mask = keyMask.Span)
        {
            var body = new AttentionBackward(
                Compute, geometry, query.Data, key.Data, value.Data, mask, output.Data, logSums.Data, output.GradientToAdd(), toQuery, toKey, toValue);
            Compute.For(ref body, geometry.Keys.Batch * geometry.Keys.Heads, 1);
        }
    }

    private float* Target(Tensor input, int index)
    {
        if (input.RequiresGradient)
        {
            return input.GradientToAdd();
        }

        var unread = Output(input.Shape, requiresGradient: false, index);
        unread.Span.Clear();
        return unread.Data;
    }

    private void Check(in HeadsView queries, in HeadsView keys, int maskLength)
    {
        if (key.Shape != value.Shape)
        {
            throw new ShapeException("attention", key.Shape, value.Shape, "keys and values must have the same shape");
        }

        if (queries.Batch != keys.Batch || queries.Width != keys.Width || keys.Heads == 0 || queries.Heads % keys.Heads != 0)
        {
            throw new ShapeException("attention", query.Shape, key.Shape, "batch and width must be equal, and the query heads a multiple of the key heads");
        }

        if (maskLength != 0 && maskLength != keys.Batch * keys.Positions)
        {
            throw new ShapeException("attention", key.Shape, $"a key mask has one truth value for each of {keys.Batch * keys.Positions} keys, not {maskLength}");
        }
    }
}
