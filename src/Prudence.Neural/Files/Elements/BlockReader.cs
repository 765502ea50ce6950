using System.Buffers.Binary;

namespace Prudence.Neural.Files;

/// <summary>Reads blocks of few bits each. A number is formed by one product and one sum in 32 bits, so that it is the same on every machine.</summary>
internal static class BlockReader
{
    public static void Read(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        var (elements, size) = ElementSizes.Block(type);
        for (; values.Length > 0; bytes = bytes[size..], values = values[elements..])
        {
            var block = bytes[..size];
            var numbers = values[..elements];
            switch (type)
            {
                case ElementType.Q4_0:
                    Nibbles(block[2..], numbers, HalfAt(block, 0), -8 * HalfAt(block, 0));
                    break;
                case ElementType.Q4_1:
                    Nibbles(block[4..], numbers, HalfAt(block, 0), HalfAt(block, 2));
                    break;
                case ElementType.Q5_0:
                    FiveBits(block[2..], numbers, HalfAt(block, 0), -16 * HalfAt(block, 0));
                    break;
                case ElementType.Q5_1:
                    FiveBits(block[4..], numbers, HalfAt(block, 0), HalfAt(block, 2));
                    break;
                case ElementType.Q8_0:
                    Bytes(block[2..], numbers, HalfAt(block, 0));
                    break;
                case ElementType.Q4_K:
                    KBlockReader.ReadQ4(block, numbers);
                    break;
                case ElementType.Q6_K:
                    KBlockReader.ReadQ6(block, numbers);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(type), type, null);
            }
        }
    }

    public static float HalfAt(ReadOnlySpan<byte> bytes, int offset) => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[offset..]);

    /// <summary>The low halves of 16 bytes are the first 16 numbers, the high halves the others.</summary>
    private static void Nibbles(ReadOnlySpan<byte> bytes, Span<float> values, float scale, float minimum)
    {
        for (var i = 0; i < 16; i++)
        {
            values[i] = (scale * (bytes[i] & 15)) + minimum;
            values[i + 16] = (scale * (bytes[i] >> 4)) + minimum;
        }
    }

    /// <summary>As <see cref="Nibbles"/>, with the fifth bits of all 32 ahead.</summary>
    private static void FiveBits(ReadOnlySpan<byte> bytes, Span<float> values, float scale, float minimum)
    {
        var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        for (var i = 0; i < 16; i++)
        {
            var nibbles = bytes[4 + i];
            values[i] = (scale * ((nibbles & 15) | (int)((high >> i) & 1) << 4)) + minimum;
            values[i + 16] = (scale * ((nibbles >> 4) | (int)((high >> (i + 16)) & 1) << 4)) + minimum;
        }
    }

    private static void Bytes(ReadOnlySpan<byte> bytes, Span<float> values, float scale)
    {
        for (var i = 0; i < 32; i++)
        {
            values[i] = scale * (sbyte)bytes[i];
        }
    }
}
