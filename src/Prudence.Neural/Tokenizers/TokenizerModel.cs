namespace Prudence.Neural.Tokenizers;

/// <summary>How a text becomes tokens.</summary>
public enum TokenizerModel
{
    /// <summary>Words are cut by a pre-tokenizer; their bytes are merged by rank.</summary>
    ByteLevelBytePair,

    /// <summary>The characters of the whole text are merged, by rank or by score.</summary>
    SentencePieceBytePair,

    /// <summary>The most probable segmentation by the scores of its tokens.</summary>
    Unigram,

    /// <summary>Words as BERT cuts them; the longest token first.</summary>
    WordPiece,
}
