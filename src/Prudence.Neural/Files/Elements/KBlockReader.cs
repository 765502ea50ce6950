namespace Prudence.Neural.Files;

/// <summary>Reads blocks of 256 whose scales are themselves packed.</summary>
internal static class KBlockReader
{
    /// <summary>Scale and minimum of the block, 12 bytes with eight scales and eight minima of 6 bits, 128 bytes with two numbers each.</summary>
    public static void ReadQ4(ReadOnlySpan<byte> block, Span<float> values)
    {
        var (scale, minimum) = (BlockReader.HalfAt(block, 0), BlockReader.HalfAt(block, 2));
        var packed = block.Slice(4, 12);
        var nibbles = block[16..];
        for (var part = 0; part < 8; part++)
        {
            var (partScale, partMinimum) = SixBits(packed, part);
            var (factor, offset) = (scale * partScale, minimum * partMinimum);
            var bytes = nibbles.Slice(part / 2 * 32, 32);
            for (var i = 0; i < 32; i++)
            {
                values[(part * 32) + i] = (factor * (part % 2 == 0 ? bytes[i] & 15 : bytes[i] >> 4)) - offset;
            }
        }
    }

    /// <summary>128 bytes with four low bits, 64 with two high ones, sixteen signed scales, and the scale of the block.</summary>
    public static void ReadQ6(ReadOnlySpan<byte> block, Span<float> values)
    {
        var scale = BlockReader.HalfAt(block, 208);
        for (var i = 0; i < 256; i++)
        {
            // Each half of the block is four rows of 32: two share their bytes of low bits, and all four those of high bits.
            var (half, row, column) = (i / 128, i % 128 / 32, i % 32);
            var low = block[(half * 64) + (row % 2 * 32) + column];
            var high = block[128 + (half * 32) + column] >> (2 * row) & 3;
            var number = (row < 2 ? low & 15 : low >> 4) | high << 4;
            values[i] = scale * (sbyte)block[192 + (i / 16)] * (number - 32);
        }
    }

    /// <summary>The first four scales and minima stand in six bits of a byte of their own; the others have their upper two bits on top of those.</summary>
    private static (int Scale, int Minimum) SixBits(ReadOnlySpan<byte> packed, int part) => part < 4
        ? (packed[part] & 63, packed[part + 4] & 63)
        : ((packed[part + 4] & 15) | packed[part - 4] >> 6 << 4, packed[part + 4] >> 4 | packed[part] >> 6 << 4);
}
