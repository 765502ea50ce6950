namespace Prudence.Neural.Tokenizers;

/// <summary>A tokenizer's file or data is wrong, or a text cannot be encoded. The message says what is wrong and where.</summary>
public sealed class TokenizerException : FormatException
{
    /// <summary>An exception without a message of its own.</summary>
    public TokenizerException()
    {
    }

    /// <summary>An exception that says what is wrong and where.</summary>
    public TokenizerException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is wrong and where.</summary>
    public TokenizerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
