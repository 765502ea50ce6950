using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Language;

public sealed class SharedPddlTests
{
    /// <summary>Published with two objects that nothing declares.</summary>
    private const string BrokenTask = "llm-pddl/domains/floortile/p_example.pddl";

    [Fact]
    public void All_public_tasks_read_without_errors()
    {
        var failures = new List<string>();
        foreach (var (domain, problem) in SharedPddl.Tasks().Where(task => !task.Problem.EndsWith(BrokenTask, StringComparison.Ordinal)))
        {
            var result = PddlReader.ReadTask(File.ReadAllText(domain), domain, File.ReadAllText(problem), problem);
            if (!result.IsSuccess)
            {
                failures.AddRange(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).Take(3));
            }
        }

        Assert.Empty(failures);
    }
}
