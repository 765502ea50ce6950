namespace Prudence.Neural.Tokenizers.Gguf;

/// <summary>What a GGUF file says about its tokenizer, under the names of its keys. Keys that are absent are null.</summary>
public sealed record GgufTokenizerMetadata
{
    /// <summary><c>tokenizer.ggml.model</c>: gpt2, llama, t5 or bert.</summary>
    public required string Model { get; init; }

    /// <summary><c>tokenizer.ggml.tokens</c>.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary><c>tokenizer.ggml.pre</c>.</summary>
    public string? Pre { get; init; }

    /// <summary><c>tokenizer.ggml.token_type</c>.</summary>
    public IReadOnlyList<int>? TokenTypes { get; init; }

    /// <summary><c>tokenizer.ggml.scores</c>.</summary>
    public IReadOnlyList<float>? Scores { get; init; }

    /// <summary><c>tokenizer.ggml.merges</c>.</summary>
    public IReadOnlyList<string>? Merges { get; init; }

    /// <summary><c>tokenizer.ggml.add_space_prefix</c>; whoever writes llama and t5 files means true where it is absent.</summary>
    public bool? AddSpacePrefix { get; init; }

    /// <summary><c>tokenizer.ggml.remove_extra_whitespaces</c>.</summary>
    public bool? RemoveExtraWhitespaces { get; init; }

    /// <summary>Whether there is a <c>tokenizer.ggml.precompiled_charsmap</c>.</summary>
    public bool HasPrecompiledCharacterMap { get; init; }

    /// <summary><c>tokenizer.ggml.bos_token_id</c>.</summary>
    public int? BeginId { get; init; }

    /// <summary><c>tokenizer.ggml.eos_token_id</c>.</summary>
    public int? EndId { get; init; }

    /// <summary><c>tokenizer.ggml.unknown_token_id</c>.</summary>
    public int? UnknownId { get; init; }

    /// <summary><c>tokenizer.ggml.seperator_token_id</c> (so spelt in files).</summary>
    public int? SeparatorId { get; init; }

    /// <summary><c>tokenizer.ggml.padding_token_id</c>.</summary>
    public int? PaddingId { get; init; }
}
