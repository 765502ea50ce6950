namespace Prudence.Neural.Tokenizers.PreTokenizers;

/// <summary>
/// The rule of GPT-4, Llama 3 (three digits a word) and Qwen 2 (one):
/// <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
/// </summary>
internal sealed class Gpt4PreTokenizer(int mostDigits) : PreTokenizer
{
    /// <inheritdoc/>
    public override int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        if (LengthOfContraction(text, start, ignoreCase: true) is > 0 and var contraction)
        {
            return start + contraction;
        }

        var kind = CharacterClasses.At(text, start, out var length);
        var next = start + length;
        if (kind == CharacterClass.Letter)
        {
            return CharacterClasses.EndOfRun(text, next, CharacterClass.Letter);
        }

        if (kind == CharacterClass.Number)
        {
            return EndOfDigits(text, next);
        }

        var following = next < text.Length ? CharacterClasses.At(text, next, out _) : CharacterClass.Space;
        if (following == CharacterClass.Letter && text[start] is not ('\r' or '\n'))
        {
            return CharacterClasses.EndOfRun(text, next, CharacterClass.Letter);
        }

        if (kind == CharacterClass.Other || (text[start] == ' ' && following == CharacterClass.Other))
        {
            return EndOfLineBreaks(text, CharacterClasses.EndOfRun(text, next, CharacterClass.Other));
        }

        return EndOfSpace(text, start);
    }

    private int EndOfDigits(ReadOnlySpan<char> text, int end)
    {
        for (var digits = 1; digits < mostDigits && end < text.Length && CharacterClasses.At(text, end, out var length) == CharacterClass.Number; digits++)
        {
            end += length;
        }

        return end;
    }

    private static int EndOfLineBreaks(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && text[end] is '\r' or '\n')
        {
            end++;
        }

        return end;
    }

    private static int EndOfSpace(ReadOnlySpan<char> text, int start)
    {
        var end = CharacterClasses.EndOfRun(text, start, CharacterClass.Space);
        var lastBreak = text[start..end].LastIndexOfAny('\r', '\n');
        return lastBreak >= 0 ? start + lastBreak + 1 : EndOfSpaces(text, start, end);
    }
}
