namespace Prudence.Neural;

/// <summary>Scores before the softmax.</summary>
internal static unsafe class AttentionScores
{
    /// <summary>Scales the scores of a query and sets those that it may not read to minus infinity.</summary>
    public static void Mask(in AttentionGeometry geometry, float* line, int query, int count, int* mask)
    {
        VectorLoops.Scale(line, geometry.Scale, count);
        var limit = Math.Clamp(geometry.Limit(query), 0, count);
        new Span<float>(line + limit, count - limit).Fill(float.NegativeInfinity);
        for (var key = 0; mask is not null && key < limit; key++)
        {
            if (mask[key] == 0)
            {
                line[key] = float.NegativeInfinity;
            }
        }
    }
}
