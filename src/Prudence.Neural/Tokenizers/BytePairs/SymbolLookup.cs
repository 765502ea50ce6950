namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>The symbol of a text while pairs are merged; null if it has none.</summary>
internal delegate int? SymbolLookup(Vocabulary vocabulary, ReadOnlySpan<char> text);
