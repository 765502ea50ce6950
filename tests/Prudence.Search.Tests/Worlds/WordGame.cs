namespace Prudence.Search.Tests.Worlds;

/// <summary>
/// A tree: spell a secret word letter by letter. Finished words are goals; how good they are is the share of letters that are right.
/// </summary>
internal static class WordGame
{
    public const string Secret = "budget";
    private const string Alphabet = "bdegtu";

    public static ISearchSpace<string, char> Space(bool anyWord) => SearchSpace.From(
        "", Successors, state => state.Length == Secret.Length && (anyWord || state == Secret), isTree: true);

    /// <summary>The share of letters that are right: higher is better.</summary>
    public static IStateEvaluator<string> Value { get; } = StateEvaluator.From<string>(static state => Right(state) / (double)Secret.Length);

    /// <summary>The number of letters that are wrong or missing: lower is better.</summary>
    public static IStateEvaluator<string> Distance { get; } = StateEvaluator.From<string>(
        static state => Secret.Length - Right(state), isAdmissible: false);

    private static int Right(string state) => state.Zip(Secret).Count(static pair => pair.First == pair.Second);

    private static Successor<string, char>[] Successors(string state) => state.Length == Secret.Length
        ? []
        : [.. Alphabet.Select(letter => new Successor<string, char>(letter, state + letter, Prior: letter == Secret[state.Length] ? 3 : 1))];
}
