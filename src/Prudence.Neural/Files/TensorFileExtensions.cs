namespace Prudence.Neural.Files;

/// <summary>Reads tensors of any file as numbers.</summary>
public static class TensorFileExtensions
{
    /// <summary>A tensor of the file.</summary>
    /// <exception cref="ModelFileException">There is none of that name.</exception>
    public static StoredTensor Find(this ITensorFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Tensors.TryGetValue(name, out var tensor)
            ? tensor
            : throw new ModelFileException($"{file.FilePath} has no tensor {name}; it has {file.Tensors.Count}, among them {string.Join(", ", file.Tensors.Keys.Take(3))}");
    }

    /// <summary>Reads all numbers of a tensor.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The name of the tensor.</param>
    /// <param name="values">Room for all its numbers, in row-major order.</param>
    /// <exception cref="ArgumentException">The room is not as large as the tensor.</exception>
    public static void Read(this ITensorFile file, string name, Span<float> values)
    {
        var tensor = file.Find(name);
        if (values.Length != tensor.ElementCount)
        {
            throw new ArgumentException($"{name} of {file.FilePath} has shape {tensor.ShapeText}, that is {tensor.ElementCount} numbers, but there is room for {values.Length}", nameof(values));
        }

        ElementReader.Read(tensor.Type, file.Bytes(tensor).Span, values);
    }

    /// <summary>The numbers of a tensor in a new array.</summary>
    public static float[] Read(this ITensorFile file, string name)
    {
        var values = new float[file.Find(name).ElementCount];
        file.Read(name, values);
        return values;
    }
}
