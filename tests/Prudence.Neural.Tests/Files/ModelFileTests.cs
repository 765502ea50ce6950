using System.Buffers.Binary;
using System.Text;
using Prudence.Neural.Files;

namespace Prudence.Neural.Tests.Files;

/// <summary>Round trips, and files that are not what they should be.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prudence-models-");
    private readonly float[] numbers = [.. Enumerable.Range(0, 64).Select(static i => (i % 13) - 6.5f)];

    private string File => Path.Combine(folder.FullName, "model");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_a_gguf_file_was_given_it_gives_back()
    {
        var metadata = new Dictionary<string, object>
        {
            ["general.name"] = "Tiny \u00fc",
            ["a.byte"] = (byte)7,
            ["a.flag"] = true,
            ["a.int"] = -3,
            ["a.long"] = 1L << 40,
            ["a.float"] = 1.5f,
            ["a.double"] = 0.1,
            ["words"] = new[] { "a", "", "\U0001F600" },
            ["scores"] = new[] { 1f, -2f },
            ["flags"] = new[] { true, false },
            ["none"] = Array.Empty<int>(),
        };
        GgufWriter.Write(File, metadata, [Tensor("x", ElementType.Float32), Tensor("y", ElementType.Q8_0), Tensor("z", ElementType.Float16)]);

        using var file = GgufFile.Open(File);

        Assert.Equal(metadata.Keys, file.Metadata.Keys);
        Assert.All(metadata, pair => Assert.Equal(pair.Value, file.Metadata[pair.Key]));
        Assert.Equal((7, 1L << 40, 1.5, true), (file.Metadata.Get<long>("a.byte"), file.Metadata.Get<long>("a.long"), file.Metadata.Get<double>("a.float"), file.Metadata.Get<bool>("a.flag")));
        Assert.Equal([2, 32], file.Find("y").Shape);
        Assert.All(new[] { "x", "z" }, name => Assert.Equal(numbers, file.Read(name)));
        Assert.Null(file.Metadata.Find<long>("b"));
    }

    [Fact]
    public void What_a_safetensors_file_was_given_it_gives_back()
    {
        SafetensorsWriter.Write(File, [Tensor("x", ElementType.Float32), Tensor("z", ElementType.Float16)], new Dictionary<string, string> { ["format"] = "pt" });

        using var file = SafetensorsFile.Open(File);

        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal(["x", "z"], file.Tensors.Keys);
        Assert.All(file.Tensors.Keys, name => Assert.Equal(numbers, file.Read(name)));
        Assert.Contains("has no tensor w", Assert.Throws<ModelFileException>(() => file.Read("w")).Message, StringComparison.Ordinal);
        Assert.Contains("room for 3", Assert.Throws<ArgumentException>(() => file.Read("x", new float[3])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "8 bytes for [2] of Float32")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "y: expected to begin at byte")]
    [InlineData("""{"x":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}""", "dtype of x: expected one of F64")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "shape of x: expected whole numbers")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "end of the data")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "bytes for [4611686018427387904, 4]")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "x: expected each name once")]
    [InlineData("""{"x":3}""", "x: expected an object")]
    [InlineData("""{"x":""", "the header is no JSON")]
    public void A_header_that_cannot_be_is_refused_with_the_place(string header, string message)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + json.Length + 8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.CopyTo(bytes, 8);
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Contains(message, Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gguf_file_that_ends_early_is_refused_wherever_it_ends()
    {
        GgufWriter.Write(File, new Dictionary<string, object> { ["words"] = new[] { "a", "b" }, ["n"] = 3 }, [Tensor("x", ElementType.Float32)]);
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            Assert.Throws<ModelFileException>(() => GgufFile.Open(File));
        }
    }

    [Fact]
    public void Another_kind_of_file_is_told()
    {
        System.IO.File.WriteAllText(File, "This is a text of some length, and no model.");

        Assert.Contains("magic number: expected GGUF", Assert.Throws<ModelFileException>(() => GgufFile.Open(File)).Message, StringComparison.Ordinal);
        Assert.Contains("the header has", Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused() => MutateBoth(2_000);

    [Fact]
    [Trait("Category", "Long")]
    public void A_hundred_thousand_damaged_files_are_read_or_refused() => MutateBoth(100_000);

    private void MutateBoth(int mutants)
    {
        GgufWriter.Write(File, new Dictionary<string, object> { ["words"] = new[] { "a", "b" }, ["n"] = 3, ["general.alignment"] = 32u }, [Tensor("x", ElementType.Q4_1), Tensor("y", ElementType.Float16)]);
        var gguf = System.IO.File.ReadAllBytes(File);
        SafetensorsWriter.Write(File, [Tensor("x", ElementType.Float32), Tensor("y", ElementType.Float16)]);
        Mutate(gguf, mutants / 2, GgufFile.Open);
        Mutate(System.IO.File.ReadAllBytes(File), mutants / 2, SafetensorsFile.Open);
    }

    private void Mutate(byte[] original, int mutants, Func<string, ITensorFile> open)
    {
        var random = new Random(17);
        for (var mutant = 0; mutant < mutants; mutant++)
        {
            var bytes = (byte[])original.Clone();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                // Most damage is done in the header.
                bytes[random.Next(4) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(bytes.Length, 250))] = (byte)random.Next(256);
            }

            System.IO.File.WriteAllBytes(File, random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var file = open(File);
                foreach (var tensor in file.Tensors.Values)
                {
                    file.Read(tensor.Name);
                }
            }
            catch (ModelFileException exception)
            {
                Assert.Contains(File, exception.Message, StringComparison.Ordinal);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }
    }

    private TensorToWrite Tensor(string name, ElementType type) => TensorToWrite.Of(name, [2, 32], type, numbers);
}
