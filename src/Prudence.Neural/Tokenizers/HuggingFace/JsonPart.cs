using System.Text.Json;

namespace Prudence.Neural.Tokenizers.HuggingFace;

/// <summary>A value of a tokenizer.json with its place, so that messages can say where something is wrong.</summary>
internal readonly record struct JsonPart(JsonElement Value, string Place)
{
    /// <summary>The name in <c>type</c>.</summary>
    public string Type => Get("type").Text();

    public bool IsNull => Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>A property, which must be there.</summary>
    public JsonPart Get(string name) => Optional(name) is { IsNull: false } part ? part : throw Wrong($"expected a property '{name}'");

    /// <summary>A property, or a null if it is absent.</summary>
    public JsonPart Optional(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("expected an object");
        }

        return new JsonPart(Value.TryGetProperty(name, out var found) ? found : default, Place.Length == 0 ? name : $"{Place}.{name}");
    }

    public string Text() => Value.ValueKind == JsonValueKind.String ? ReadText() : throw Wrong("expected a text");

    public int Number() => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) ? number : throw Wrong("expected a whole number");

    public float Score() => Value.ValueKind == JsonValueKind.Number && Value.TryGetSingle(out var number) ? number : throw Wrong("expected a number");

    /// <summary>Whether a property is true; absent and null are <paramref name="otherwise"/>.</summary>
    public bool Flag(string name, bool otherwise = false) => Optional(name) is { IsNull: false } part ? part.Truth() : otherwise;

    /// <summary>The values of an array.</summary>
    public IEnumerable<JsonPart> Items()
    {
        var place = Place;
        return Value.ValueKind == JsonValueKind.Array ? Value.EnumerateArray().Select((item, index) => new JsonPart(item, $"{place}[{index}]")) : throw Wrong("expected a list");
    }

    /// <summary>Names and values of an object.</summary>
    public IEnumerable<(string Name, JsonPart Value)> Properties()
    {
        var place = Place;
        return Value.ValueKind == JsonValueKind.Object ? Value.EnumerateObject().Select(item => (item.Name, new JsonPart(item.Value, $"{place}[{Vocabulary.Quote(item.Name)}]")))
            : throw Wrong("expected an object");
    }

    /// <summary>What is wrong here.</summary>
    public TokenizerException Wrong(string what) => new($"tokenizer.json: {(Place.Length == 0 ? "the file" : Place)}: {what}");

    private bool Truth() => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Wrong("expected true or false");

    private string ReadText()
    {
        try
        {
            return Value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("expected a text of whole characters, not halves of surrogate pairs");
        }
    }
}
