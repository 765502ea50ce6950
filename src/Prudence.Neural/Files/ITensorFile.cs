namespace Prudence.Neural.Files;

/// <summary>A file with named tensors, whose bytes are read where they are. May be used from many threads until it is disposed of.</summary>
public interface ITensorFile : IDisposable
{
    /// <summary>The path of the file.</summary>
    string FilePath { get; }

    /// <summary>What is in it, by name, in the order of the file.</summary>
    IReadOnlyDictionary<string, StoredTensor> Tensors { get; }

    /// <summary>The bytes of a tensor as they are stored; valid until the file is disposed of.</summary>
    /// <param name="tensor">One of <see cref="Tensors"/>.</param>
    ReadOnlyMemory<byte> Bytes(StoredTensor tensor);
}
