using System.Buffers.Binary;
using System.Text.Json;

namespace Prudence.Neural.Files;

/// <summary>A safetensors file, mapped into memory. A file from anywhere may be opened: whatever does not fit the format is refused with what and where.</summary>
public sealed class SafetensorsFile : MappedTensorFile
{
    /// <summary>The longest header that the format allows.</summary>
    private const long LongestHeader = 100_000_000;


    private SafetensorsFile(MappedFile file, string path)
        : base(file, path)
    {
        if (file.Length < 8)
        {
            throw new ModelFileException($"{path}: expected a header; found {file.Length} bytes");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span(0, 8));
        if (length > LongestHeader || length > (ulong)(file.Length - 8))
        {
            throw new ModelFileException($"{path}, byte 0: the header has {length} bytes: expected at most {Math.Min(LongestHeader, file.Length - 8)}");
        }

        var header = new SafetensorsHeader(path, 8 + (long)length, file.Length);
        try
        {
            header.Read(file.Span(8, (int)length));
        }
        catch (JsonException exception)
        {
            throw new ModelFileException($"{path}: the header is no JSON: {exception.Message}", exception);
        }

        (Tensors, Metadata) = (header.Tensors, header.Metadata);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, StoredTensor> Tensors { get; }

    /// <summary>The texts of <c>__metadata__</c>; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="ModelFileException">It is no safetensors file, or one that is damaged; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafetensorsFile Open(string path) => Open(path, static (file, path) => new SafetensorsFile(file, path));
}
