using Prudence.Cli.Running;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Prudence.Cli.Yaml;

/// <summary>
/// Refuses what no file of ours needs and what could make a small file large in memory or overflow the stack: aliases, deep nesting, very
/// long or unprintable texts, several documents. Reads events only, which takes no more memory than the text.
/// </summary>
internal static class YamlLimits
{
    private const int MostCharacters = 1_000_000;
    private const int DeepestNesting = 16;
    private const int LongestText = 500;

    /// <summary>Checks a text.</summary>
    /// <exception cref="UserErrorException">It goes beyond a limit.</exception>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static void Check(string file, string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new UserErrorException(ExitCode.BadFile, $"{file}: the file is longer than a million characters", "thousands of models or streams fit into that");
        }

        var parser = new Parser(new StringReader(text));
        var (depth, documents) = (0, 0);
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            documents += parser.Current is DocumentStart ? 1 : 0;
            if (Problem(parser.Current, depth, documents) is { } problem)
            {
                throw new UserErrorException(ExitCode.BadFile, $"{file}:{parser.Current.Start.Line}:{parser.Current.Start.Column}: {problem}");
            }
        }
    }

    private static string? Problem(ParsingEvent current, int depth, int documents) => current switch
    {
        AnchorAlias => "aliases are not read: write out what '*' stands for",
        Scalar { Value.Length: > LongestText } => $"this text is longer than {LongestText} characters",
        Scalar { Value: var text } when text.Any(char.IsControl) => "this text has control characters or line breaks in it",
        DocumentStart when documents > 1 => "a second document begins here, and only one is read: put everything into one",
        _ => depth > DeepestNesting ? $"lists and names are nested more than {DeepestNesting} deep" : null,
    };
}
