using System.Text.Json;
using Prudence.Neural.Files;

namespace Prudence.Neural.Tests.Reference;

/// <summary>One case: its inputs as tensors, and what must come out.</summary>
internal sealed class ReferenceCase
{
    private readonly ReferenceTensors tensors;
    private readonly JsonElement description;
    private readonly Dictionary<string, Tensor> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> outputs = new(StringComparer.Ordinal);

    public ReferenceCase(ReferenceIndex index, string name, Tape tape)
    {
        (tensors, description, Tape) = (index.Tensors, index[name], tape);
        foreach (var input in description.GetProperty("inputs").EnumerateObject())
        {
            if (tensors.Type(Key(input)) == ElementType.Float32)
            {
                inputs.Add(input.Name, new(tensors.Floats(Key(input)), tensors.Shape(Key(input)), Names("grads").Contains(input.Name)));
            }
        }
    }

    public Tape Tape { get; }

    public string Operation => description.GetProperty("op").GetString()!;

    public string Name => description.GetProperty("name").GetString()!;

    /// <summary>An input of single precision.</summary>
    public Tensor this[string input] => inputs[input];

    public bool Has(string input) => description.GetProperty("inputs").TryGetProperty(input, out _);

    public Tensor? Optional(string input) => inputs.GetValueOrDefault(input);

    public int[] Integers(string input) => tensors.Integers(Key("inputs", input));

    public bool[] Truths(string input) => Has(input) ? tensors.Truths(Key("inputs", input)) : [];

    public Shape ShapeOf(string input) => tensors.Shape(Key("inputs", input));

    public JsonElement? Attribute(string name) =>
        description.GetProperty("attributes").TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public float Number(string name, float otherwise = 0) => Attribute(name)?.GetSingle() ?? otherwise;

    public int Integer(string name, int otherwise = 0) => Attribute(name)?.GetInt32() ?? otherwise;

    public bool Truth(string name) => Attribute(name)?.GetBoolean() ?? false;

    public string Text(string name) => Attribute(name)?.GetString() ?? "";

    public int[] List(string name) => Attribute(name) is { } list ? [.. list.EnumerateArray().Select(static item => item.GetInt32())] : [];

    /// <summary>Says what a named output is.</summary>
    public void Output(string name, Tensor tensor) => outputs.Add(name, tensor);

    /// <summary>Compares all outputs, walks backwards and compares all gradients.</summary>
    public void Check()
    {
        foreach (var output in description.GetProperty("outputs").EnumerateObject())
        {
            Assert.True(outputs.ContainsKey(output.Name), $"{Name}: output {output.Name} was not computed");
            Compare(Key(output), outputs[output.Name]);
        }

        if (Names("grads").Count == 0)
        {
            return;
        }

        Tensor[] reached = [.. Names("upstream").Select(name => outputs[name])];
        Tape.Backward(reached, [.. Names("upstream").Select(name => new Tensor(tensors.Floats(Key("upstream", name)), tensors.Shape(Key("upstream", name))))]);
        foreach (var gradient in description.GetProperty("grads").EnumerateObject())
        {
            Compare(Key(gradient), inputs[gradient.Name].Gradient ?? new Tensor(inputs[gradient.Name].Shape));
        }
    }

    private static string Key(JsonProperty property) => property.Value.GetString()!;

    private string Key(string group, string name) => description.GetProperty(group).GetProperty(name).GetString()!;

    private List<string> Names(string group) =>
        description.TryGetProperty(group, out var names) ? [.. names.EnumerateObject().Select(static item => item.Name)] : [];

    private void Compare(string key, Tensor actual)
    {
        var tolerance = description.GetProperty("tolerance");
        Assert.True(tensors.Shape(key) == actual.Shape, $"{key}: shape {tensors.Shape(key)} expected, {actual.Shape} found");
        Closeness.Check(
            key, tensors.Floats(key), actual.Span, tolerance.GetProperty("rtol").GetDouble(), tolerance.GetProperty("atol").GetProperty(key).GetDouble());
    }
}
