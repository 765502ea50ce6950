using System.Buffers.Binary;
using System.Text.Json;

namespace Prudence.Neural.Files;

/// <summary>Writes safetensors files.</summary>
public static class SafetensorsWriter
{
    /// <summary>Writes a file of numbers; one that is there already is replaced when all is written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="tensors">The tensors in the order in which they are to stand; types of single numbers only.</param>
    /// <param name="metadata">Texts to go with them.</param>
    /// <exception cref="ArgumentException">The format has no such type, or a name is there twice.</exception>
    public static void Write(string path, IReadOnlyList<TensorToWrite> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var header = Header(tensors, metadata);
        FileReplacement.Write(path, stream =>
        {
            stream.Write(header);
            foreach (var tensor in tensors)
            {
                stream.Write(tensor.ToBytes());
            }
        });
    }

    /// <summary>Length and JSON, padded with spaces so that the data is aligned to eight bytes.</summary>
    private static byte[] Header(IReadOnlyList<TensorToWrite> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var json = new MemoryStream();
        json.Write(stackalloc byte[8]);
        using (var writer = new Utf8JsonWriter(json))
        {
            WriteHeader(writer, tensors, metadata);
        }

        while (json.Length % 8 != 0)
        {
            json.WriteByte((byte)' ');
        }

        var header = json.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - 8);
        return header;
    }

    private static void WriteHeader(Utf8JsonWriter writer, IReadOnlyList<TensorToWrite> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        writer.WriteStartObject();
        if (metadata is { Count: > 0 })
        {
            writer.WriteStartObject("__metadata__");
            foreach (var (key, text) in metadata)
            {
                writer.WriteString(key, text);
            }

            writer.WriteEndObject();
        }

        long offset = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tensor in tensors)
        {
            if (!names.Add(tensor.Name))
            {
                throw new ArgumentException($"{tensor.Name} is there twice", nameof(tensors));
            }

            writer.WriteStartObject(tensor.Name);
            writer.WriteString("dtype", SafetensorsTypes.NameOf(tensor.Type));
            writer.WriteStartArray("shape");
            foreach (var dimension in tensor.Shape)
            {
                writer.WriteNumberValue(dimension);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("data_offsets");
            writer.WriteNumberValue(offset);
            writer.WriteNumberValue(offset += tensor.ByteLength);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
