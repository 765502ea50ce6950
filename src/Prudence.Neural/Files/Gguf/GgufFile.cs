namespace Prudence.Neural.Files;

/// <summary>
/// A GGUF file of version 2 or 3: what it says of its model, and its tensors, mapped into memory. A file from anywhere may be opened: whatever does
/// not fit the format or the length of the file is refused with the place.
/// </summary>
public sealed class GgufFile : MappedTensorFile
{
    private const uint Magic = 0x46554747;
    private const int MostDimensions = 4;
    private const long LargestAlignment = 1 << 20;

    private readonly Dictionary<string, StoredTensor> tensors = new(StringComparer.Ordinal);

    private GgufFile(MappedFile file, string path)
        : base(file, path)
    {
        var cursor = new GgufCursor(file, path);
        var tensorCount = ReadHeader(cursor, out var valueCount);
        Metadata = ReadMetadata(cursor, valueCount, path);
        ReadTensors(cursor, tensorCount);
    }

    /// <summary>The version of the format.</summary>
    public int Version { get; private set; }

    /// <summary>What the file says of its model, tokenizer and origin.</summary>
    public GgufMetadata Metadata { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, StoredTensor> Tensors => tensors;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="ModelFileException">It is no GGUF file, or one that is damaged; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GgufFile Open(string path) => Open(path, static (file, path) => new GgufFile(file, path));

    private int ReadHeader(GgufCursor cursor, out int valueCount)
    {
        if (cursor.UInt32("magic number") is var magic && magic != Magic)
        {
            throw cursor.Wrong("magic number", "GGUF", $"{magic:x8}");
        }

        var version = cursor.UInt32("version");
        if (version is not (2 or 3))
        {
            throw cursor.Wrong("version", "2 or 3 in little-endian order", $"{version}");
        }

        Version = (int)version;
        var tensorCount = cursor.Count("number of tensors", 24);
        valueCount = cursor.Count("number of metadata values", 13);
        return tensorCount;
    }

    private static GgufMetadata ReadMetadata(GgufCursor cursor, int count, string path)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = cursor.Name("key");
            if (!values.TryAdd(key, cursor.Value(key)))
            {
                throw cursor.Wrong("metadata", "each key once", $"{key} again");
            }
        }

        return new GgufMetadata(values, path);
    }

    private void ReadTensors(GgufCursor cursor, int count)
    {
        var alignment = Metadata.Find<long>("general.alignment") ?? 32;
        if (alignment <= 0 || alignment > LargestAlignment || (alignment & (alignment - 1)) != 0)
        {
            throw cursor.Wrong("general.alignment", $"a power of two up to {LargestAlignment}", $"{alignment}");
        }

        var read = new List<StoredTensor>(Math.Min(count, 4096));
        for (var i = 0; i < count; i++)
        {
            read.Add(ReadTensor(cursor, alignment));
        }

        var start = (cursor.Position + alignment - 1) / alignment * alignment;
        foreach (var tensor in read)
        {
            if (tensor.Offset > File.Length - start - tensor.ByteLength)
            {
                throw cursor.Wrong($"{tensor.Name} {tensor.ShapeText} of {tensor.Type}", $"{tensor.ByteLength} bytes from byte {start} + {tensor.Offset}", $"a file of {File.Length} bytes");
            }

            if (!tensors.TryAdd(tensor.Name, tensor with { Offset = start + tensor.Offset }))
            {
                throw cursor.Wrong("tensors", "each name once", $"{tensor.Name} again");
            }
        }
    }

    private static StoredTensor ReadTensor(GgufCursor cursor, long alignment)
    {
        var name = cursor.Name("name of a tensor");
        if (cursor.UInt32($"dimensions of {name}") is var dimensions && dimensions > MostDimensions)
        {
            throw cursor.Wrong($"dimensions of {name}", $"at most {MostDimensions}", $"{dimensions}");
        }

        // The file has the contiguous dimension first.
        var shape = new long[dimensions];
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            var length = cursor.UInt64($"shape of {name}");
            shape[i] = length <= long.MaxValue ? (long)length : throw cursor.Wrong($"shape of {name}", "less than 2^63", $"{length}");
        }

        var code = cursor.UInt32($"type of {name}");
        var type = GgufElementTypes.Find(code) ?? throw cursor.Wrong($"type of {name}", GgufElementTypes.Known, $"type {code}");
        var offset = cursor.UInt64($"offset of {name}");
        if (offset > long.MaxValue || (long)offset % alignment != 0)
        {
            throw cursor.Wrong($"offset of {name}", $"a multiple of {alignment}", $"{offset}");
        }

        var bytes = ElementSizes.Bytes(type, shape);
        return bytes is <= int.MaxValue
            ? new StoredTensor(name, shape, type, (long)offset, bytes.Value)
            : throw cursor.Wrong($"shape of {name}", $"rows of whole blocks of {type}, and at most 2^31 - 1 bytes", $"[{string.Join(", ", shape)}]");
    }
}
