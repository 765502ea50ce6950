using System.Buffers.Binary;

namespace Prudence.Neural.Files;

/// <summary>Turns numbers into stored bytes: floats of 32 and 16 bits, and the blocks Q8_0 and Q4_1.</summary>
public static class ElementWriter
{
    private const int BlockLength = 32;

    /// <summary>Writes numbers.</summary>
    /// <param name="type">How.</param>
    /// <param name="values">The numbers: whole blocks.</param>
    /// <param name="bytes">Room for the bytes.</param>
    /// <exception cref="ArgumentException">The type cannot be written, or sizes do not match.</exception>
    public static void Write(ElementType type, ReadOnlySpan<float> values, Span<byte> bytes)
    {
        var (elements, size) = ElementSizes.Block(type);
        if (values.Length % elements != 0 || bytes.Length != (long)values.Length / elements * size)
        {
            throw new ArgumentException($"{values.Length} numbers of {type} do not make {bytes.Length} bytes");
        }

        for (var start = 0; start < values.Length; start += elements, bytes = bytes[size..])
        {
            WriteBlock(type, values.Slice(start, elements), bytes);
        }
    }

    private static void WriteBlock(ElementType type, ReadOnlySpan<float> values, Span<byte> bytes)
    {
        switch (type)
        {
            case ElementType.Float32:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, values[0]);
                break;
            case ElementType.Float16:
                BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)values[0]);
                break;
            case ElementType.Q8_0:
                WriteQ8(values, bytes);
                break;
            case ElementType.Q4_1:
                WriteQ4(values, bytes);
                break;
            default:
                throw new ArgumentException($"{type} can be read, but not written: write Float32, Float16, Q8_0 or Q4_1", nameof(type));
        }
    }

    /// <summary>The largest number becomes 127 or -127, and the others the nearest multiple of the scale before it is rounded to 16 bits.</summary>
    private static void WriteQ8(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var scale = largest / 127;
        var inverse = scale == 0 ? 0 : 1 / scale;
        BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)scale);
        for (var i = 0; i < BlockLength; i++)
        {
            bytes[2 + i] = (byte)(sbyte)Math.Clamp(MathF.Round(values[i] * inverse, MidpointRounding.AwayFromZero), -127, 127);
        }
    }

    /// <summary>The smallest number becomes 0 and the largest 15.</summary>
    private static void WriteQ4(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        var (smallest, largest) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in values)
        {
            (smallest, largest) = (Math.Min(smallest, value), Math.Max(largest, value));
        }

        var scale = (largest - smallest) / 15;
        var inverse = scale == 0 ? 0 : 1 / scale;
        BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)scale);
        BinaryPrimitives.WriteHalfLittleEndian(bytes[2..], (Half)smallest);
        for (var i = 0; i < BlockLength / 2; i++)
        {
            int Level(float value) => (int)Math.Clamp(((value - smallest) * inverse) + 0.5f, 0, 15);
            bytes[4 + i] = (byte)(Level(values[i]) | Level(values[i + 16]) << 4);
        }
    }
}
