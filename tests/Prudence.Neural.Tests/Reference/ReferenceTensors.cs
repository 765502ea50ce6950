using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Prudence.Neural.Tests.Reference;

/// <summary>The tensors of a safetensors file, in memory.</summary>
internal sealed class ReferenceTensors
{
    private readonly Dictionary<string, (string Type, Shape Shape, int Start, int End)> entries = new(StringComparer.Ordinal);
    private readonly byte[] bytes;
    private readonly int dataStart;

    public ReferenceTensors(string path)
    {
        bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        dataStart = 8 + length;
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length));
        foreach (var entry in header.RootElement.EnumerateObject().Where(static entry => entry.Name != "__metadata__"))
        {
            var shape = new Shape([.. entry.Value.GetProperty("shape").EnumerateArray().Select(static item => item.GetInt32())]);
            var offsets = entry.Value.GetProperty("data_offsets");
            entries.Add(entry.Name, (entry.Value.GetProperty("dtype").GetString()!, shape, offsets[0].GetInt32(), offsets[1].GetInt32()));
        }
    }

    public IEnumerable<string> Names => entries.Keys;

    public bool Has(string name) => entries.ContainsKey(name);

    public string Type(string name) => entries[name].Type;

    public Shape Shape(string name) => entries[name].Shape;

    public float[] Floats(string name)
    {
        Assert.Equal("F32", Type(name));
        return MemoryMarshal.Cast<byte, float>(Bytes(name)).ToArray();
    }

    public int[] Integers(string name)
    {
        Assert.Equal("I64", Type(name));
        return Array.ConvertAll(MemoryMarshal.Cast<byte, long>(Bytes(name)).ToArray(), static value => checked((int)value));
    }

    public bool[] Truths(string name)
    {
        Assert.Equal("BOOL", Type(name));
        return Array.ConvertAll(Bytes(name).ToArray(), static value => value != 0);
    }

    private ReadOnlySpan<byte> Bytes(string name) => bytes.AsSpan(dataStart + entries[name].Start, entries[name].End - entries[name].Start);
}
