using System.Buffers.Binary;
using System.Text;

namespace Prudence.Neural.Files;

/// <summary>Reads the header of a GGUF file from front to back and believes nothing: every count is held against the bytes that are left.</summary>
internal sealed class GgufCursor(MappedFile file, string path)
{
    /// <summary>Names of keys and tensors are short; texts such as chat templates are not, but no text is longer than this.</summary>
    private const int LongestText = 1 << 24;

    private const int LongestName = 1 << 16;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public long Position { get; private set; }

    public long Left => file.Length - Position;

    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32LittleEndian(Take(4, what));

    public ulong UInt64(string what) => BinaryPrimitives.ReadUInt64LittleEndian(Take(8, what));

    public string Name(string what) => Text(what, LongestName);

    /// <summary>A count of things that have at least so many bytes each.</summary>
    public int Count(string what, int leastBytes)
    {
        var count = UInt64(what);
        return count <= (ulong)(Left / leastBytes) && count <= (ulong)Array.MaxLength
            ? (int)count
            : throw Wrong(what, $"no more than fit into the {Left} bytes that are left", $"{count}");
    }

    /// <summary>A value: a number, a truth value, a text, or an array of one of these.</summary>
    public object Value(string key)
    {
        var type = Type(key);
        return type == GgufValueType.Array ? Elements(key) : Scalar(type, key);
    }

    public ModelFileException Wrong(string what, string expected, string found) => new($"{path}, byte {Position}: {what}: expected {expected}; found {found}");

    private GgufValueType Type(string key)
    {
        var type = UInt32($"type of {key}");
        return type <= (uint)GgufValueType.Float64 ? (GgufValueType)type : throw Wrong($"type of {key}", "0 to 12", $"{type}");
    }

    private object Scalar(GgufValueType type, string key) => type switch
    {
        GgufValueType.UInt8 => Take(1, key)[0],
        GgufValueType.Int8 => (sbyte)Take(1, key)[0],
        GgufValueType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(Take(2, key)),
        GgufValueType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(Take(2, key)),
        GgufValueType.UInt32 => UInt32(key),
        GgufValueType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Take(4, key)),
        GgufValueType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(Take(4, key)),
        GgufValueType.Boolean => Take(1, key)[0] is var value && value <= 1 ? value == 1 : throw Wrong(key, "0 or 1", $"{value}"),
        GgufValueType.String => Text(key, LongestText),
        GgufValueType.UInt64 => UInt64(key),
        GgufValueType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Take(8, key)),
        GgufValueType.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(Take(8, key)),
        _ => throw Wrong(key, "a value that is no array", $"{type}"),
    };

    private Array Elements(string key) => Type(key) switch
    {
        GgufValueType.UInt8 => Items<byte>(GgufValueType.UInt8, key, 1),
        GgufValueType.Int8 => Items<sbyte>(GgufValueType.Int8, key, 1),
        GgufValueType.UInt16 => Items<ushort>(GgufValueType.UInt16, key, 2),
        GgufValueType.Int16 => Items<short>(GgufValueType.Int16, key, 2),
        GgufValueType.UInt32 => Items<uint>(GgufValueType.UInt32, key, 4),
        GgufValueType.Int32 => Items<int>(GgufValueType.Int32, key, 4),
        GgufValueType.Float32 => Items<float>(GgufValueType.Float32, key, 4),
        GgufValueType.Boolean => Items<bool>(GgufValueType.Boolean, key, 1),
        GgufValueType.String => Items<string>(GgufValueType.String, key, 8),
        GgufValueType.UInt64 => Items<ulong>(GgufValueType.UInt64, key, 8),
        GgufValueType.Int64 => Items<long>(GgufValueType.Int64, key, 8),
        GgufValueType.Float64 => Items<double>(GgufValueType.Float64, key, 8),
        _ => throw Wrong(key, "an array of numbers, truth values or texts", "an array of arrays, which is not supported"),
    };

    private T[] Items<T>(GgufValueType type, string key, int bytes)
    {
        var values = new T[Count($"length of {key}", bytes)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (T)Scalar(type, key);
        }

        return values;
    }

    private string Text(string what, int longest)
    {
        var length = UInt64($"length of {what}");
        if (length > (ulong)longest)
        {
            throw Wrong($"length of {what}", $"at most {longest} bytes", $"{length}");
        }

        var bytes = Take((int)length, what);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(what, "UTF-8", Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, 32)]));
        }
    }

    private ReadOnlySpan<byte> Take(int count, string what)
    {
        if (count > Left)
        {
            throw Wrong(what, $"{count} bytes", $"the end of the file after {Left}");
        }

        Position += count;
        return file.Span(Position - count, count);
    }
}
