namespace Prudence.Neural.Tokenizers.PreTokenizers;

/// <summary>Cuts a text into words, which are encoded one by one.</summary>
internal abstract class PreTokenizer
{
    private static readonly PreTokenizer Gpt2 = new Gpt2PreTokenizer(digitsAlone: false);
    private static readonly PreTokenizer SmolLm = new Gpt2PreTokenizer(digitsAlone: true);
    private static readonly PreTokenizer Llama3 = new Gpt4PreTokenizer(mostDigits: 3);
    private static readonly PreTokenizer Qwen2 = new Gpt4PreTokenizer(mostDigits: 1);

    /// <summary>By the name that GGUF files use; several models share one rule.</summary>
    private static readonly Dictionary<string, PreTokenizer> ByName = new(StringComparer.Ordinal)
    {
        ["gpt-2"] = Gpt2,
        ["phi-2"] = Gpt2,
        ["roberta-bpe"] = Gpt2,
        ["smollm"] = SmolLm,
        ["starcoder"] = SmolLm,
        ["command-r"] = SmolLm,
        ["llama-bpe"] = Llama3,
        ["llama3"] = Llama3,
        ["llama-v3"] = Llama3,
        ["falcon3"] = Llama3,
        ["qwen2"] = Qwen2,
        ["deepseek-r1-qwen"] = Qwen2,
    };

    /// <summary>The rule of a name.</summary>
    /// <exception cref="TokenizerException">There is no such rule.</exception>
    public static PreTokenizer Named(string name) => ByName.TryGetValue(name, out var found) ? found
        : throw new TokenizerException($"the pre-tokenizer {Vocabulary.Quote(name)} is not known: known are {string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal))}");

    /// <summary>The end of the word that begins at <paramref name="start"/>, which is not the end of the text.</summary>
    public abstract int EndOfWord(ReadOnlySpan<char> text, int start);

    /// <summary>How many characters an English contraction such as <c>'ll</c> takes at a place; 0 if there is none.</summary>
    protected static int LengthOfContraction(ReadOnlySpan<char> text, int start, bool ignoreCase)
    {
        if (text[start] != '\'' || start + 1 >= text.Length)
        {
            return 0;
        }

        var first = Fold(text[start + 1], ignoreCase);
        if (first is 's' or 't' or 'm' or 'd')
        {
            return 2;
        }

        var second = start + 2 < text.Length ? Fold(text[start + 2], ignoreCase) : '\0';
        return (first, second) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? 3 : 0;
    }

    /// <summary>The end of a run of white space that begins at a place, less its last character if a word follows.</summary>
    protected static int EndOfSpaces(ReadOnlySpan<char> text, int start, int end) => end == text.Length || end == start + 1 ? end : end - 1;

    // The long s is the one letter beyond ASCII that ignoring case makes equal to a letter of a contraction.
    private static char Fold(char letter, bool ignoreCase) => !ignoreCase ? letter : letter == 'ſ' ? 's' : char.ToLowerInvariant(letter);
}
