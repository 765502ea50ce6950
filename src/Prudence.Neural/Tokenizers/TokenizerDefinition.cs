using Prudence.Neural.Tokenizers.Normalisation;

namespace Prudence.Neural.Tokenizers;

/// <summary>A tokenizer as plain data, whatever file it comes from. <see cref="TokenizerFactory"/> makes a tokenizer of it.</summary>
public sealed record TokenizerDefinition
{
    /// <summary>How a text becomes tokens.</summary>
    public required TokenizerModel Model { get; init; }

    /// <summary>Texts of the tokens by id. Byte-level tokens are written in the 256 printable characters of GPT-2.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Types of the tokens by id; all are <see cref="TokenType.Normal"/> if null.</summary>
    public IReadOnlyList<TokenType>? Types { get; init; }

    /// <summary>Scores of the tokens by id: logarithms of probabilities (unigram) or priorities of merging.</summary>
    public IReadOnlyList<float>? Scores { get; init; }

    /// <summary>Merges, first ones first.</summary>
    public IReadOnlyList<Merge>? Merges { get; init; }

    /// <summary>How words are cut before bytes are merged, by the name that GGUF files use.</summary>
    public string PreTokenizer { get; init; } = "gpt-2";

    /// <summary>Whether the text is put into Unicode's composed form first.</summary>
    public TextNormalisation Normalisation { get; init; }

    /// <summary>Whether a word that is a token as a whole becomes it, whatever merging would give.</summary>
    public bool PreferWholeWords { get; init; }

    /// <summary>Whether SentencePiece puts a space in front of the text.</summary>
    public SpacePrefix SpacePrefix { get; init; }

    /// <summary>Whether SentencePiece drops spaces at both ends and doubled ones.</summary>
    public bool RemoveExtraSpaces { get; init; }

    /// <summary>Whether characters without a token become tokens of their bytes.</summary>
    public bool ByteFallback { get; init; }

    /// <summary>Whether neighbouring unknown characters become one unknown token.</summary>
    public bool FuseUnknown { get; init; }

    /// <summary>Whether WordPiece takes case and accents away.</summary>
    public bool Uncased { get; init; } = true;

    /// <summary>Ids of the markers.</summary>
    public MarkerIds Markers { get; init; } = new();
}
