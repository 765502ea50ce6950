using System.Text.Json;

namespace Prudence.Neural.Files;

/// <summary>Reads the header of a safetensors file and holds it against the length of the file: the tensors cover the data without gaps or overlaps.</summary>
internal sealed class SafetensorsHeader(string path, long dataStart, long fileLength)
{
    private const string MetadataName = "__metadata__";

    private readonly Dictionary<string, StoredTensor> tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, StoredTensor> Tensors => tensors;

    public IReadOnlyDictionary<string, string> Metadata => metadata;

    public void Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
        using var document = JsonDocument.ParseValue(ref reader);
        while (reader.Read())
        {
            // The format pads with spaces; anything else is an error that the reader tells.
        }

        foreach (var member in Members(document.RootElement, "header"))
        {
            if (member.Name == MetadataName)
            {
                ReadMetadata(member.Value);
            }
            else if (!tensors.TryAdd(member.Name, ReadTensor(member.Name, member.Value)))
            {
                throw Wrong(member.Name, "each name once", "it again");
            }
        }

        CheckCover();
    }

    private void ReadMetadata(JsonElement element)
    {
        foreach (var member in Members(element, MetadataName))
        {
            metadata[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : throw Wrong($"{MetadataName}.{member.Name}", "a text", $"{member.Value.ValueKind}");
        }
    }

    private StoredTensor ReadTensor(string name, JsonElement element)
    {
        ElementType? type = null;
        long[]? shape = null, offsets = null;
        foreach (var member in Members(element, name))
        {
            switch (member.Name)
            {
                case "dtype":
                    type = SafetensorsTypes.Find(member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : "")
                        ?? throw Wrong($"dtype of {name}", SafetensorsTypes.Known, member.Value.ToString());
                    break;
                case "shape":
                    shape = Numbers(member.Value, $"shape of {name}");
                    break;
                case "data_offsets":
                    offsets = Numbers(member.Value, $"data_offsets of {name}");
                    break;
                default:
                    throw Wrong(name, "dtype, shape and data_offsets", member.Name);
            }
        }

        if (type is not { } known || shape is null || offsets is not [var begin, var end])
        {
            throw Wrong(name, "dtype, shape and two data_offsets", element.ToString());
        }

        var bytes = ElementSizes.Bytes(known, shape);
        return bytes == end - begin && bytes <= int.MaxValue && end <= fileLength - dataStart
            ? new StoredTensor(name, shape, known, dataStart + begin, end - begin)
            : throw Wrong(name, $"{bytes} bytes for [{string.Join(", ", shape)}] of {known}, at most 2^31 - 1, within the {fileLength - dataStart} bytes of data", $"bytes {begin} to {end}");
    }

    private void CheckCover()
    {
        var position = dataStart;
        foreach (var tensor in tensors.Values.OrderBy(static tensor => tensor.Offset).ThenBy(static tensor => tensor.ByteLength))
        {
            if (tensor.Offset != position)
            {
                throw Wrong(tensor.Name, $"to begin at byte {position} where the one ahead ends", $"byte {tensor.Offset}");
            }

            position += tensor.ByteLength;
        }

        if (position != fileLength)
        {
            throw Wrong("end of the data", $"byte {position}", $"a file of {fileLength} bytes");
        }
    }

    private JsonElement.ObjectEnumerator Members(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw Wrong(what, "an object", $"{element.ValueKind}");

    private long[] Numbers(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() <= 16
            ? [.. element.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number) && number >= 0
                ? number
                : throw Wrong(what, "whole numbers that are not negative", item.ToString()))]
            : throw Wrong(what, "an array of at most 16 numbers", $"{element.ValueKind}");

    private ModelFileException Wrong(string what, string expected, string found) => new($"{path}, header: {what}: expected {expected}; found {(found.Length > 200 ? found[..200] : found)}");
}
