namespace Prudence.Neural.Tokenizers.SentencePiece;

/// <summary>How SentencePiece writes texts.</summary>
internal static class SentencePieceText
{
    /// <summary>Stands for a space in texts of tokens.</summary>
    public const char Space = '\u2581';
}
