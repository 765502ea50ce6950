namespace Prudence.Neural.Tokenizers;

/// <summary>What one call of a tokenizer works in; it remembers words.</summary>
internal interface IWordWorkspace
{
    /// <summary>Words encoded lately.</summary>
    WordCache Words { get; }
}
