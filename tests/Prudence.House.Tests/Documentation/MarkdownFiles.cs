namespace Prudence.House.Tests.Documentation;

/// <summary>The documents of the house.</summary>
internal static class MarkdownFiles
{
    public static IReadOnlyList<string> All { get; } = [.. RepositoryFiles.Below(".", ".md")];

    /// <summary>The lines outside of code blocks.</summary>
    public static IEnumerable<string> Prose(string file)
    {
        var isCode = false;
        foreach (var line in File.ReadLines(file))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            if (!isCode && !isFence)
            {
                yield return line;
            }
        }
    }

    /// <summary>The code blocks of a language, line by line without indentation.</summary>
    public static IEnumerable<List<string>> Blocks(string file, string language)
    {
        List<string>? block = null;
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()))
        {
            if (block is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                block = [line[3..].Trim()];
            }
            else if (block is not null && line == "```")
            {
                if (block[0] == language)
                {
                    yield return block[1..];
                }

                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }
    }
}
