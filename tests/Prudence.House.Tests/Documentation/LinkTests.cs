using System.Text.RegularExpressions;

namespace Prudence.House.Tests.Documentation;

/// <summary>Links between documents lead somewhere: the file is there, and the heading in it.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Relative_links_resolve()
    {
        var links = MarkdownFiles.All.SelectMany(file => MarkdownFiles.Prose(file).SelectMany(line => Link().Matches(line)).Select(match => (File: file, Target: match.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !link.Target.StartsWith("mailto:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.Empty(links.Where(link => !Resolves(link.File, link.Target)).Select(link => $"{RepositoryFiles.Name(link.File)}: {link.Target}"));
    }

    private static bool Resolves(string file, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
        return File.Exists(path) ? parts.Length == 1 || Anchors(path).Contains(parts[1]) : parts.Length == 1 && Directory.Exists(path);
    }

    private static IEnumerable<string> Anchors(string file) => MarkdownFiles.Prose(file)
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}\s_-]")]
    private static partial Regex NotInAnchors();
}
