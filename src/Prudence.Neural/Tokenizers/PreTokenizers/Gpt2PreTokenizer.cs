namespace Prudence.Neural.Tokenizers.PreTokenizers;

/// <summary>
/// The rule of GPT-2: <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>. With digits alone, every character of
/// category N is first cut out as a word of its own, and the rule sees only what stands between two of them.
/// </summary>
internal sealed class Gpt2PreTokenizer(bool digitsAlone) : PreTokenizer
{
    /// <inheritdoc/>
    public override int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        if (LengthOfContraction(text, start, ignoreCase: false) is > 0 and var contraction)
        {
            return start + contraction;
        }

        var kind = CharacterClasses.At(text, start, out var length);
        if (text[start] == ' ' && start + 1 < text.Length)
        {
            var next = CharacterClasses.At(text, start + 1, out _);
            if (next != CharacterClass.Space && !(digitsAlone && next == CharacterClass.Number))
            {
                return CharacterClasses.EndOfRun(text, start + 1, next);
            }
        }

        if (kind == CharacterClass.Number && digitsAlone)
        {
            return start + length;
        }

        var end = CharacterClasses.EndOfRun(text, start, kind);
        var isBeforeDigit = digitsAlone && end < text.Length && CharacterClasses.At(text, end, out _) == CharacterClass.Number;
        return kind != CharacterClass.Space || isBeforeDigit ? end : EndOfSpaces(text, start, end);
    }
}
