using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Prudence.Neural.Files;

/// <summary>Turns stored bytes into numbers. Files are little-endian, as are all machines that .NET runs on today.</summary>
public static class ElementReader
{
    /// <summary>Reads numbers; large whole numbers and those with 64 bits are rounded to the nearest float.</summary>
    /// <param name="type">How they are written.</param>
    /// <param name="bytes">The bytes: whole blocks.</param>
    /// <param name="values">Room for all numbers of the blocks.</param>
    public static void Read(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        var (elements, size) = ElementSizes.Block(type);
        if (values.Length % elements != 0 || bytes.Length != (long)values.Length / elements * size)
        {
            throw new ArgumentException($"{bytes.Length} bytes of {type} are not {values.Length} numbers");
        }

        switch (type)
        {
            case ElementType.Float32:
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
                break;
            case ElementType.Float16:
                ReadFloat16(bytes, values);
                break;
            case ElementType.BFloat16:
                ReadBFloat16(bytes, values);
                break;
            case >= ElementType.Q4_0:
                BlockReader.Read(type, bytes, values);
                break;
            default:
                ReadNumbers(type, bytes, values);
                break;
        }
    }

    /// <summary>Reads whole numbers, such as token ids.</summary>
    /// <exception cref="ArgumentException">The type is not one of whole numbers.</exception>
    public static long[] ReadIntegers(ElementType type, ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.Int64 => MemoryMarshal.Cast<byte, long>(bytes).ToArray(),
        ElementType.Int32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(bytes).ToArray(), static value => (long)value),
        ElementType.Int16 => Array.ConvertAll(MemoryMarshal.Cast<byte, short>(bytes).ToArray(), static value => (long)value),
        ElementType.UInt8 or ElementType.Boolean => Array.ConvertAll(bytes.ToArray(), static value => (long)value),
        ElementType.Int8 => Array.ConvertAll(bytes.ToArray(), static value => (long)(sbyte)value),
        _ => throw new ArgumentException($"{type} has no whole numbers", nameof(type)),
    };

    private static void ReadFloat16(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(bytes);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)halves[i];
        }
    }

    private static void ReadBFloat16(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        var halves = MemoryMarshal.Cast<byte, ushort>(bytes);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BitConverter.UInt32BitsToSingle((uint)halves[i] << 16);
        }
    }

    private static void ReadNumbers(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        if (type == ElementType.Float64)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]);
            }

            return;
        }

        var numbers = ReadIntegers(type, bytes);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = numbers[i];
        }
    }
}
