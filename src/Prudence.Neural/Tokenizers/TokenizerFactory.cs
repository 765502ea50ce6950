using Prudence.Neural.Tokenizers.BytePairs;
using Prudence.Neural.Tokenizers.SentencePiece;
using Prudence.Neural.Tokenizers.WordPiece;

namespace Prudence.Neural.Tokenizers;

/// <summary>Makes tokenizers of their definitions.</summary>
public static class TokenizerFactory
{
    /// <summary>Makes a tokenizer.</summary>
    /// <exception cref="TokenizerException">The definition does not fit together; the message says what is wrong and where.</exception>
    public static Tokenizer Create(TokenizerDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var vocabulary = new Vocabulary(definition.Tokens, definition.Types);
        return definition.Model switch
        {
            TokenizerModel.ByteLevelBytePair => new ByteLevelTokenizer(definition, vocabulary),
            TokenizerModel.SentencePieceBytePair => new SentencePieceMergeTokenizer(definition, vocabulary),
            TokenizerModel.Unigram => new UnigramTokenizer(definition, vocabulary),
            TokenizerModel.WordPiece => new WordPieceTokenizer(definition, vocabulary),
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Model, "no such model"),
        };
    }
}
