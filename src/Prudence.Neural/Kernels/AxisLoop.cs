namespace Prudence.Neural;

/// <summary>The lines of a tensor along one axis.</summary>
internal readonly struct AxisLoop
{
    public AxisLoop(in Shape shape, int axis)
    {
        var counted = shape.Axis(axis);
        Length = shape[counted];
        Stride = shape.Product(counted + 1, shape.Rank);
        Outer = shape.Product(0, counted);
    }

    /// <summary>The product of the dimensions before the axis.</summary>
    public int Outer { get; }

    /// <summary>The length of a line.</summary>
    public int Length { get; }

    /// <summary>From one element of a line to the next: the product of the dimensions after the axis.</summary>
    public int Stride { get; }

    /// <summary>The number of lines.</summary>
    public int Lines => Outer * Stride;

    /// <summary>Where a line begins.</summary>
    public nint Start(int line) => ((nint)(line / Stride) * Length * Stride) + (line % Stride);
}
