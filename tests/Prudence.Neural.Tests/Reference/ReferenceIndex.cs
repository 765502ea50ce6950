using System.Text.Json;

namespace Prudence.Neural.Tests.Reference;

/// <summary>The cases of one group of reference values.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, JsonElement> cases = new(StringComparer.Ordinal);

    public ReferenceIndex(string group)
    {
        var index = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.At("vectors", "ops", group, "index.json"))).RootElement;
        Tensors = new(SharedFolder.At("vectors", "ops", group, "tensors.safetensors"));
        foreach (var item in index.GetProperty("cases").EnumerateArray())
        {
            cases.Add(item.GetProperty("name").GetString()!, item);
        }
    }

    public ReferenceTensors Tensors { get; }

    public JsonElement this[string name] => cases[name];

    /// <summary>The names of all cases, for a theory; one name that no test will see where the values are absent.</summary>
    public static TheoryData<string> Names(Lazy<ReferenceIndex> index) => SharedFolder.Absence is null ? [.. index.Value.cases.Keys] : ["absent"];
}
