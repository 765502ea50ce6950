namespace Prudence.Neural;

/// <summary>Where the heads of a tensor are.</summary>
internal readonly struct HeadsView
{
    public HeadsView(in Shape shape, HeadLayout layout, string operation)
    {
        if (shape.Rank != 4)
        {
            throw new ShapeException(operation, shape, "four dimensions were expected: batch, heads and positions in the order of the layout, width");
        }

        var heads = layout == HeadLayout.HeadsFirst ? 1 : 2;
        (Batch, Heads, Positions, Width) = (shape[0], shape[heads], shape[3 - heads], shape[3]);
        (HeadStride, RowStride) = layout == HeadLayout.HeadsFirst ? (Positions * Width, Width) : (Width, Heads * Width);
    }

    public int Batch { get; }

    public int Heads { get; }

    public int Positions { get; }

    public int Width { get; }

    public int HeadStride { get; }

    /// <summary>From one position to the next.</summary>
    public int RowStride { get; }

    /// <summary>Where a head begins.</summary>
    public nint Start(int batch, int head) => ((nint)batch * Heads * Positions * Width) + ((nint)head * HeadStride);
}
