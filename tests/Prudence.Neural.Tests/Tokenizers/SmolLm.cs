using Prudence.Neural.Files;
using Prudence.Neural.Tests.Reference;
using Prudence.Neural.Tokenizers;
using Prudence.Neural.Tokenizers.Gguf;

namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>The tokenizer of SmolLM2, read from its model file once.</summary>
internal static class SmolLm
{
    private static readonly Lazy<Tokenizer> Loaded = new(() => GgufTokenizer.Create(Metadata()));

    public static Tokenizer Tokenizer => Loaded.Value;

    public static GgufTokenizerMetadata Metadata()
    {
        using var file = GgufFile.Open(SharedFolder.At("models", "SmolLM2-135M-Instruct.Q4_1.gguf"));
        var values = file.Metadata;
        return new GgufTokenizerMetadata
        {
            Model = values.GetText("tokenizer.ggml.model"),
            Pre = values.GetText("tokenizer.ggml.pre"),
            Tokens = values.FindArray<string>("tokenizer.ggml.tokens")!,
            TokenTypes = values.FindArray<int>("tokenizer.ggml.token_type"),
            Merges = values.FindArray<string>("tokenizer.ggml.merges"),
            AddSpacePrefix = values.Get<bool>("tokenizer.ggml.add_space_prefix"),
            BeginId = (int)values.Get<long>("tokenizer.ggml.bos_token_id"),
            EndId = (int)values.Get<long>("tokenizer.ggml.eos_token_id"),
            UnknownId = (int)values.Get<long>("tokenizer.ggml.unknown_token_id"),
            PaddingId = (int)values.Get<long>("tokenizer.ggml.padding_token_id"),
        };
    }
}
