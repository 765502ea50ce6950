namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>A word of the training text.</summary>
/// <param name="Symbols">Its tokens so far.</param>
/// <param name="Count">How often it occurs.</param>
internal sealed record CountedWord(List<int> Symbols, long Count);
