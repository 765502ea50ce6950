namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>How a byte-level byte-pair tokenizer is trained.</summary>
public sealed record BytePairTrainingOptions
{
    /// <summary>The largest number of tokens, special ones and the 256 bytes included. Fewer come out if the text has no more pairs.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>How words are cut, by the name that GGUF files use. Merges never reach across words.</summary>
    public string PreTokenizer { get; init; } = "gpt-2";

    /// <summary>Control tokens, which get the first ids. Their text in the training text is ordinary text.</summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = [];

    /// <summary>How often a pair must occur to be merged.</summary>
    public long MinimumCount { get; init; } = 2;
}
