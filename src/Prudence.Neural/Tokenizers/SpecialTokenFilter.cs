namespace Prudence.Neural.Tokenizers;

/// <summary>Says whether the text of a special token, found at a place of the text, is that token rather than ordinary text.</summary>
/// <param name="start">Where it begins, in UTF-16 units.</param>
/// <param name="length">How long it is, in UTF-16 units.</param>
/// <param name="id">The token.</param>
public delegate bool SpecialTokenFilter(int start, int length, int id);
