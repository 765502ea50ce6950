namespace Prudence.Neural.Files;

/// <summary>A tensor to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions; the last one is contiguous.</param>
/// <param name="Type">How its numbers are written.</param>
/// <param name="Write">Fills its bytes; called once, when its turn has come.</param>
public sealed record TensorToWrite(string Name, IReadOnlyList<long> Shape, ElementType Type, Action<byte[]> Write)
{
    /// <summary>How many bytes it has.</summary>
    public int ByteLength { get; } = (int)(ElementSizes.Bytes(Type, Shape) is { } bytes and <= int.MaxValue
        ? bytes
        : throw new ArgumentException($"{Name} [{string.Join(", ", Shape)}] does not make whole blocks of {Type}, or has more than 2^31 - 1 bytes"));

    /// <summary>A tensor of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its dimensions; the last one is contiguous.</param>
    /// <param name="type">How its numbers are written; see <see cref="ElementWriter"/> for what can be.</param>
    /// <param name="values">The numbers.</param>
    public static TensorToWrite Of(string name, IReadOnlyList<long> shape, ElementType type, ReadOnlyMemory<float> values) =>
        new(name, shape, type, bytes => ElementWriter.Write(type, values.Span, bytes));

    /// <summary>Its bytes, made when its turn has come.</summary>
    internal byte[] ToBytes()
    {
        var bytes = new byte[ByteLength];
        Write(bytes);
        return bytes;
    }
}
