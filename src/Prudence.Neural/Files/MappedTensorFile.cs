namespace Prudence.Neural.Files;

/// <summary>A file of tensors that is mapped into memory, whatever its format.</summary>
public abstract class MappedTensorFile : ITensorFile
{
    private protected MappedTensorFile(MappedFile file, string path) => (File, FilePath) = (file, path);

    /// <inheritdoc/>
    public string FilePath { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyDictionary<string, StoredTensor> Tensors { get; }

    private protected MappedFile File { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Bytes(StoredTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return File.Memory(tensor.Offset, checked((int)tensor.ByteLength));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Maps a file and reads its header; unmaps it if that cannot be.</summary>
    private protected static T Open<T>(string path, Func<MappedFile, string, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new MappedFile(path);
        try
        {
            return read(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
