using System.Xml.Linq;

namespace Prudence.House.Tests.Architecture;

/// <summary>Arrows between projects run downwards only, and the engines lean on the framework alone.</summary>
public sealed class ProjectTests
{
    /// <summary>What each project may refer to. A new project gets a line here and in docs/architecture.md.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Prudence.Budgeting"] = [],
        ["Prudence.Budgeting.Metering"] = ["Prudence.Budgeting"],
        ["Prudence.Budgeting.Sqlite"] = ["Prudence.Budgeting"],
        ["Prudence.Budgeting.PostgreSql"] = ["Prudence.Budgeting"],
        ["Prudence.Search"] = ["Prudence.Budgeting"],
        ["Prudence.Planning"] = ["Prudence.Budgeting"],
        ["Prudence.Models.OpenAI"] = [],
        ["Prudence.Neural"] = [],
        ["Prudence.Testing"] = [],
        ["Prudence.Charts"] = [],
        ["Prudence.Cli"] = ["Prudence.Budgeting", "Prudence.Budgeting.PostgreSql", "Prudence.Budgeting.Sqlite", "Prudence.Charts", "Prudence.Search", "Prudence.Planning"],
    };

    private static readonly string[] Engines = ["Prudence.Budgeting", "Prudence.Search", "Prudence.Planning", "Prudence.Neural"];

    public static TheoryData<string> Projects => [.. RepositoryFiles.Below("src", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_run_downwards(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} has no place in the house yet");
        Assert.Empty(References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Except(Allowed[project]));
    }

    [Fact]
    public void Engines_need_no_packages() =>
        Assert.All(Engines, project => Assert.Empty(References(project, "PackageReference").Concat(References(project, "FrameworkReference"))));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Load(RepositoryFiles.At("Prudence.slnx")).Descendants("Project").Select(item => (string)item.Attribute("Path")!).Order(StringComparer.Ordinal);
        Assert.Equal(RepositoryFiles.Below(".", ".csproj").Select(RepositoryFiles.Name), listed);
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(RepositoryFiles.At("src", project, project + ".csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!);
}
