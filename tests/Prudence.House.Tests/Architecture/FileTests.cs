namespace Prudence.House.Tests.Architecture;

/// <summary>Files stay small enough to be read in one sitting, and folders are named after ideas.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private static readonly string[] Drawers = ["common", "util", "utils", "utilities", "helper", "helpers", "shared", "misc"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var files = RepositoryFiles.Below("src", ".cs").ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= LongestFile, RepositoryFiles.Name(file)));
    }

    [Fact]
    public void No_folder_is_a_drawer_for_odds_and_ends()
    {
        var folders = RepositoryFiles.Below(".", ".cs").SelectMany(file => RepositoryFiles.Name(file).Split('/')[..^1]).Distinct().ToList();
        Assert.Contains("src", folders);
        Assert.DoesNotContain(folders, folder => Drawers.Contains(folder.Split('.')[^1].ToLowerInvariant()));
    }
}
