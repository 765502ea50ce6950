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
        var values = GgufMetadata.Read(SharedFiles.At("models", "SmolLM2-135M-Instruct.Q4_1.gguf"));
        return new GgufTokenizerMetadata
        {
            Model = (string)values["tokenizer.ggml.model"],
            Pre = (string)values["tokenizer.ggml.pre"],
            Tokens = (string[])values["tokenizer.ggml.tokens"],
            TokenTypes = (int[])values["tokenizer.ggml.token_type"],
            Merges = (string[])values["tokenizer.ggml.merges"],
            AddSpacePrefix = (bool)values["tokenizer.ggml.add_space_prefix"],
            BeginId = (int)values["tokenizer.ggml.bos_token_id"],
            EndId = (int)values["tokenizer.ggml.eos_token_id"],
            UnknownId = (int)values["tokenizer.ggml.unknown_token_id"],
            PaddingId = (int)values["tokenizer.ggml.padding_token_id"],
        };
    }
}
