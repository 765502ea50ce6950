using System.Security.Cryptography;
using System.Text.Json;
using Prudence.Neural.Files;
using Prudence.Neural.Tests.Reference;

namespace Prudence.Neural.Tests.Files;

/// <summary>A real file, as another program reads it.</summary>
public sealed class GgufReferenceTests
{
    private const string Model = "SmolLM2-135M-Instruct.Q4_1.gguf";

    [SharedFact]
    public void Metadata_is_read()
    {
        using var file = GgufFile.Open(SharedFolder.At("models", Model));
        using var expected = Expected();
        var keys = expected.RootElement.GetProperty("metadata").EnumerateArray().Where(static entry => !entry.TryGetProperty("header_field", out _)).ToList();

        Assert.Equal(3, file.Version);
        Assert.Equal(keys.Select(static entry => entry.GetProperty("key").GetString()), file.Metadata.Keys);
        Assert.Equal(30, file.Metadata.Get<long>("llama.block_count"));
        Assert.Equal(9.99999975e-06, file.Metadata.Get<double>("llama.attention.layer_norm_rms_epsilon"), 12);
        Assert.False(file.Metadata.Find<bool>("tokenizer.ggml.add_bos_token"));
        Assert.Equal(49_152, file.Metadata.FindArray<string>("tokenizer.ggml.tokens")!.Length);
        Assert.Equal(48_900, file.Metadata.FindArray<string>("tokenizer.ggml.merges")!.Length);
        foreach (var entry in keys.Where(static entry => entry.GetProperty("type").GetString() == "STRING"))
        {
            Assert.Equal(entry.GetProperty("value").GetString(), file.Metadata.GetText(entry.GetProperty("key").GetString()!));
        }
    }

    [SharedFact]
    public void Tensors_are_where_and_what_they_should_be()
    {
        using var file = GgufFile.Open(SharedFolder.At("models", Model));
        using var expected = Expected();
        var tensors = expected.RootElement.GetProperty("tensors").EnumerateArray().ToList();

        Assert.Equal(tensors.Count, file.Tensors.Count);
        foreach (var entry in tensors)
        {
            var tensor = file.Find(entry.GetProperty("name").GetString()!);
            Assert.Equal(entry.GetProperty("shape").EnumerateArray().Select(static item => item.GetInt64()).Reverse(), tensor.Shape);
            Assert.Equal((entry.GetProperty("offset").GetInt64(), entry.GetProperty("n_bytes").GetInt64()), (tensor.Offset, tensor.ByteLength));
            Assert.Equal(entry.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(file.Bytes(tensor).Span)));
            var values = file.Read(tensor.Name);
            var (sum, size, squares) = (0.0, 0.0, 0.0);
            foreach (var value in values)
            {
                (sum, size, squares) = (sum + value, size + Math.Abs(value), squares + ((double)value * value));
            }

            AssertNear(entry.GetProperty("sum").GetDouble(), sum, size);
            AssertNear(entry.GetProperty("sum_sq").GetDouble(), squares, 0);
            Assert.Equal((float)entry.GetProperty("max").GetDouble(), values.Max());
            Assert.Equal((float)entry.GetProperty("min").GetDouble(), values.Min());
        }
    }

    [SharedFact]
    public void Samples_are_equal_to_the_bit()
    {
        using var file = GgufFile.Open(SharedFolder.At("models", Model));
        using var expected = Expected();
        foreach (var sample in expected.RootElement.GetProperty("dequantized_samples").EnumerateArray())
        {
            var values = file.Read(sample.GetProperty("name").GetString()!);
            Assert.Equal(Floats(sample.GetProperty("first_64")), values[..64]);
            Assert.Equal(Floats(sample.GetProperty("last_64")), values[^64..]);
        }
    }

    private static JsonDocument Expected() => JsonDocument.Parse(File.ReadAllBytes(SharedFolder.At("vectors", "lm", "smollm2-gguf.json")));

    private static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(static item => (float)item.GetDouble())];

    private static void AssertNear(double expected, double actual, double size) => Assert.InRange(actual - expected, -1e-9 * Math.Max(Math.Abs(expected), size), 1e-9 * Math.Max(Math.Abs(expected), size));
}
