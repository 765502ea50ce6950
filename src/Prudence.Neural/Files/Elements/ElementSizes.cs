namespace Prudence.Neural.Files;

/// <summary>How many numbers a block of each type has, and how many bytes.</summary>
public static class ElementSizes
{
    /// <summary>The numbers and bytes of the smallest part that can be read alone.</summary>
    public static (int Elements, int Bytes) Block(ElementType type) => type switch
    {
        ElementType.Float64 or ElementType.Int64 => (1, 8),
        ElementType.Float32 or ElementType.Int32 => (1, 4),
        ElementType.Float16 or ElementType.BFloat16 or ElementType.Int16 => (1, 2),
        ElementType.Int8 or ElementType.UInt8 or ElementType.Boolean => (1, 1),
        ElementType.Q4_0 => (32, 18),
        ElementType.Q4_1 => (32, 20),
        ElementType.Q5_0 => (32, 22),
        ElementType.Q5_1 => (32, 24),
        ElementType.Q8_0 => (32, 34),
        ElementType.Q4_K => (256, 144),
        ElementType.Q6_K => (256, 210),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The bytes of a tensor; null if it cannot be, because rows are no whole blocks or the size exceeds 2^63 - 1.</summary>
    public static long? Bytes(ElementType type, IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var (elements, bytes) = Block(type);
        if (shape.Count > 0 && shape[^1] % elements != 0)
        {
            return null;
        }

        var count = Int128.One;
        foreach (var dimension in shape)
        {
            count *= dimension;
            if (dimension < 0 || count > long.MaxValue)
            {
                return null;
            }
        }

        var size = count / elements * bytes;
        return shape.Count == 0 && elements > 1 || size > long.MaxValue ? null : (long)size;
    }
}
