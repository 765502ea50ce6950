using System.Text;

namespace Prudence.Neural.Files;

/// <summary>Writes a GGUF file of version 3. What is written can be read back by <see cref="GgufFile"/>, and by other programs.</summary>
public static class GgufWriter
{
    private const int Alignment = 32;

    /// <summary>Writes a file; one that is there already is replaced when all is written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="metadata">The values by key: numbers, truth values, texts, and arrays of these.</param>
    /// <param name="tensors">The tensors, each with a function that writes its bytes.</param>
    /// <exception cref="ArgumentException">A value has a type that the format has not.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, object>> metadata, IReadOnlyList<TensorToWrite> tensors)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        FileReplacement.Write(path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            WriteHeader(writer, [.. metadata], tensors);
            foreach (var tensor in tensors)
            {
                Pad(writer);
                writer.Write(tensor.ToBytes());
            }
        });
    }

    private static void WriteHeader(BinaryWriter writer, IReadOnlyList<KeyValuePair<string, object>> metadata, IReadOnlyList<TensorToWrite> tensors)
    {
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)tensors.Count);
        writer.Write((ulong)metadata.Count);
        foreach (var (key, value) in metadata)
        {
            WriteText(writer, key);
            GgufValueWriter.Write(writer, key, value);
        }

        long offset = 0;
        foreach (var tensor in tensors)
        {
            WriteText(writer, tensor.Name);
            writer.Write((uint)tensor.Shape.Count);
            foreach (var dimension in tensor.Shape.Reverse())
            {
                writer.Write((ulong)dimension);
            }

            writer.Write(GgufElementTypes.CodeOf(tensor.Type));
            writer.Write((ulong)offset);
            offset += (tensor.ByteLength + Alignment - 1) / Alignment * Alignment;
        }
    }

    internal static void WriteText(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void Pad(BinaryWriter writer)
    {
        while (writer.BaseStream.Position % Alignment != 0)
        {
            writer.Write((byte)0);
        }
    }
}
