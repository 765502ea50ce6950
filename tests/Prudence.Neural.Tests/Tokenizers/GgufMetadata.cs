using System.Text;

namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>The keys of a GGUF file with their values: numbers, booleans, strings and arrays of them.</summary>
internal static class GgufMetadata
{
    public static Dictionary<string, object> Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        Assert.Equal("GGUF"u8.ToArray(), reader.ReadBytes(4));
        Assert.Equal(3u, reader.ReadUInt32());
        reader.ReadUInt64();
        var keys = reader.ReadUInt64();
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        for (ulong i = 0; i < keys; i++)
        {
            values.Add(Text(reader), Value(reader, reader.ReadUInt32()));
        }

        return values;
    }

    private static string Text(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes((int)reader.ReadUInt64()));

    private static object Value(BinaryReader reader, uint type) => type switch
    {
        4 => (int)reader.ReadUInt32(),
        5 => reader.ReadInt32(),
        6 => reader.ReadSingle(),
        7 => reader.ReadByte() != 0,
        8 => Text(reader),
        9 => Array(reader),
        _ => throw new NotSupportedException($"type {type}"),
    };

    private static object Array(BinaryReader reader)
    {
        var type = reader.ReadUInt32();
        var values = new object[reader.ReadUInt64()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(reader, type);
        }

        return type == 8 ? values.Cast<string>().ToArray() : type == 5 ? values.Cast<int>().ToArray() : values;
    }
}
