namespace Prudence.Neural.Files;

/// <summary>A tensor as a file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions; the last one is contiguous, whatever the order in the file.</param>
/// <param name="Type">How its numbers are written.</param>
/// <param name="Offset">Where its bytes begin, from the start of the file.</param>
/// <param name="ByteLength">How many bytes it has.</param>
public sealed record StoredTensor(string Name, IReadOnlyList<long> Shape, ElementType Type, long Offset, long ByteLength)
{
    /// <summary>How many numbers it has.</summary>
    public long ElementCount => Shape.Aggregate(1L, static (count, dimension) => count * dimension);

    /// <summary>The shape in words, such as <c>[49152, 576]</c>.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
