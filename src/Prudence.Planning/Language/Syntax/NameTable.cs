namespace Prudence.Planning.Language.Syntax;

/// <summary>Numbers the distinct names of one file, in lower case, so that each is stored once.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> names = [];
    private readonly Dictionary<int, int> replacements = [];

    public NameTable() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int number] => names[number];

    /// <summary>From now on another name (negative: none) stands for the name.</summary>
    public void Replace(int number, int other) => replacements[number] = other;

    /// <summary>The number of the name that stands for the name: mostly its own.</summary>
    public int Replacement(int number) => replacements.Count > 0 && replacements.TryGetValue(number, out var other) ? other : number;

    /// <summary>The number of a name, new or not.</summary>
    public int Intern(ReadOnlySpan<char> text)
    {
        const int onStack = 256;
        var lower = text.Length <= onStack ? stackalloc char[text.Length] : new char[text.Length];
        LetterCase.Lower(text, lower);
        if (bySpan.TryGetValue(lower, out var number))
        {
            return number;
        }

        var name = lower.ToString();
        number = names.Count;
        numbers.Add(name, number);
        names.Add(name);
        return number;
    }
}
