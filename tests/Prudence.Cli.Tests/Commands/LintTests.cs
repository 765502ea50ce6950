using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Commands;

public class LintTests
{
    public static TheoryData<string> Domains => ["delivery", "blocks", "greenhouse", "grid"];

    [Theory]
    [MemberData(nameof(Domains))]
    public async Task All_tasks_that_ship_are_standard_PDDL(string domain)
    {
        var folder = RepositoryFiles.Planning(domain);
        var problems = Directory.GetFiles(folder, "*.pddl").Where(static file => !file.EndsWith("domain.pddl", StringComparison.Ordinal));
        var run = await CommandLineRun.Of(["lint", "--strict", Path.Combine(folder, "domain.pddl"), .. problems]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("0 errors, 0 warnings", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_typical_mistakes_are_told_with_place_and_advice()
    {
        using var folder = new TemporaryFolder();
        var domain = await File.ReadAllTextAsync(RepositoryFiles.Planning("blocks/domain.pddl"));
        var file = folder.Write("domain.pddl", domain
            .Replace("(and (on-table ?block) (clear ?block)", "(and (on-tabel ?block) (clear ?block)", StringComparison.Ordinal)
            .Replace("(and (holding ?upper) (clear ?lower))", "(and (holding ?upper ?lower) (clear ?lower))", StringComparison.Ordinal));
        var run = await CommandLineRun.Of("lint", file);

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains($"{file}:14:", run.Out, StringComparison.Ordinal);
        Assert.Contains("on-table", run.Out, StringComparison.Ordinal);
        Assert.Contains($"{file}:29:", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 file: 3 errors, 0 warnings", run.Out, StringComparison.Ordinal);
        Assert.Contains("^", run.Out, StringComparison.Ordinal);

        var unbalanced = folder.Write("unbalanced.pddl", domain.TrimEnd()[..^1]);
        run = await CommandLineRun.Of("lint", unbalanced);
        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains("error", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_come_as_json()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("domain.pddl", "(define (domain d) (:predicates (p)) (:action a :parameters () :effect (q)))");
        var run = await CommandLineRun.Of("lint", file, "--json");

        Assert.Equal(1, run.Json.GetProperty("errors").GetInt32());
        var diagnostic = run.Json.GetProperty("diagnostics")[0];
        Assert.Equal("unknown-predicate", diagnostic.GetProperty("code").GetString());
        Assert.Equal(file, diagnostic.GetProperty("file").GetString());
        Assert.Equal(1, diagnostic.GetProperty("line").GetInt32());
    }
}
