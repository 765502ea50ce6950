namespace Prudence.Neural.Tokenizers.Gguf;

/// <summary>Makes tokenizers of what GGUF files say.</summary>
public static class GgufTokenizer
{
    private const char WordBegin = '\u2581';

    // Llama 3 and its kin look up whole words first. The file does not say so; the name of the rule stands for it.
    private static readonly string[] WholeWordRules = ["llama-bpe", "llama3", "llama-v3", "falcon3"];

    /// <summary>Makes a tokenizer.</summary>
    /// <exception cref="TokenizerException">Something is missing, wrong or not supported; the message says what.</exception>
    public static Tokenizer Create(GgufTokenizerMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var plain = new TokenizerDefinition
        {
            Model = ModelOf(metadata),
            Tokens = metadata.Tokens,
            Types = metadata.TokenTypes is { } types ? [.. types.Select(static type => (TokenType)type)] : null,
            Scores = metadata.Scores,
            Markers = new MarkerIds { Begin = metadata.BeginId, End = metadata.EndId, Unknown = metadata.UnknownId, Separator = metadata.SeparatorId, Padding = metadata.PaddingId },
        };
        return TokenizerFactory.Create(plain.Model switch
        {
            TokenizerModel.ByteLevelBytePair => ByteLevel(plain, metadata),
            TokenizerModel.WordPiece => WordPiece(plain),
            _ => SentencePiece(plain, metadata),
        });
    }

    private static TokenizerModel ModelOf(GgufTokenizerMetadata metadata) => metadata.Model switch
    {
        "gpt2" => TokenizerModel.ByteLevelBytePair,
        "llama" => TokenizerModel.SentencePieceBytePair,
        "t5" when metadata.HasPrecompiledCharacterMap => throw new TokenizerException(
            "tokenizer.ggml.precompiled_charsmap is not supported: convert the model without it, if its texts need no normalisation"),
        "t5" => TokenizerModel.Unigram,
        "bert" => TokenizerModel.WordPiece,
        var other => throw new TokenizerException($"tokenizer.ggml.model is {Vocabulary.Quote(other)}: supported are gpt2, llama, t5 and bert"),
    };

    private static TokenizerDefinition ByteLevel(TokenizerDefinition plain, GgufTokenizerMetadata metadata)
    {
        var rule = metadata.Pre ?? throw new TokenizerException("tokenizer.ggml.pre is missing: without it nobody knows how words are cut; convert the model anew");
        return metadata.AddSpacePrefix == true ? throw new TokenizerException("tokenizer.ggml.add_space_prefix is true: byte-level tokenizers with it are not supported")
            : plain with
            {
                PreTokenizer = rule,
                PreferWholeWords = WholeWordRules.Contains(rule, StringComparer.Ordinal),
                Merges = metadata.Merges?.Select(Merge.Parse).ToArray(),
            };
    }

    private static TokenizerDefinition SentencePiece(TokenizerDefinition plain, GgufTokenizerMetadata metadata) => plain with
    {
        SpacePrefix = metadata.AddSpacePrefix ?? true ? SpacePrefix.Always : SpacePrefix.Never,
        RemoveExtraSpaces = metadata.RemoveExtraWhitespaces ?? false,
        ByteFallback = plain.Types?.Contains(TokenType.Byte) ?? false,
        FuseUnknown = plain.Model == TokenizerModel.Unigram,
    };

    // GGUF marks the begins of words instead of what stands within them; names in brackets stay as they are.
    private static TokenizerDefinition WordPiece(TokenizerDefinition plain) => plain with
    {
        Tokens = [.. plain.Tokens.Select((text, id) =>
            plain.Types is { } types && id < types.Count && types[id] is TokenType.Control or TokenType.Unknown ? text
            : text is ['[', .., ']'] ? text
            : text.StartsWith(WordBegin) ? text[1..]
            : "##" + text)],
    };
}
