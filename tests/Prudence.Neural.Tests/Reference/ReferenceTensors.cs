using Prudence.Neural.Files;

namespace Prudence.Neural.Tests.Reference;

/// <summary>The tensors of a safetensors file, in the types that tests want.</summary>
internal sealed class ReferenceTensors(string path)
{
    private readonly SafetensorsFile file = SafetensorsFile.Open(path);

    public IEnumerable<string> Names => file.Tensors.Keys;

    public bool Has(string name) => file.Tensors.ContainsKey(name);

    public ElementType Type(string name) => file.Find(name).Type;

    public Shape Shape(string name) => new([.. file.Find(name).Shape.Select(static dimension => checked((int)dimension))]);

    public float[] Floats(string name)
    {
        Assert.Equal(ElementType.Float32, Type(name));
        return file.Read(name);
    }

    public int[] Integers(string name)
    {
        Assert.Equal(ElementType.Int64, Type(name));
        return Array.ConvertAll(Whole(name), static value => checked((int)value));
    }

    public bool[] Truths(string name)
    {
        Assert.Equal(ElementType.Boolean, Type(name));
        return Array.ConvertAll(Whole(name), static value => value != 0);
    }

    private long[] Whole(string name) => ElementReader.ReadIntegers(Type(name), file.Bytes(file.Find(name)).Span);
}
