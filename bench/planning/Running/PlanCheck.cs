using Prudence.Bench.Planning.Results;
using Prudence.Bench.Planning.Sampling;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Bench.Planning.Running;

/// <summary>Judges the plans of all planners alike with Prudence's validator.</summary>
internal static class PlanCheck
{
    /// <summary>Adds length, verdict and, where the planner does not tell it, cost.</summary>
    public static RunRow Apply(RunRow row, BenchmarkTask task, string dataDirectory, string planPath)
    {
        var plan = PlanReader.Read(File.ReadAllText(planPath), planPath);
        if (plan.Value is null)
        {
            return row with { Validated = false, Message = plan.Diagnostics[0].ToString() };
        }

        var (domain, problem) = (Path.Combine(dataDirectory, task.Domain), Path.Combine(dataDirectory, task.Problem));
        var read = PddlReader.ReadTask(File.ReadAllText(domain), domain, File.ReadAllText(problem), problem);
        if (read.Value is null)
        {
            return row with { PlanLength = plan.Value.Length, Message = read.Diagnostics.First(IsError).ToString() };
        }

        var result = PlanValidator.Validate(read.Value.Domain, read.Value.Problem, plan.Value);
        var message = result.Failure?.ToString();
        if (result.IsValid && row.Cost is { } claimed && claimed != result.Cost)
        {
            message = $"the planner claims cost {claimed}, the plan costs {result.Cost}";
        }

        return row with
        {
            PlanLength = plan.Value.Length,
            Validated = message is null,
            Message = message,
            Cost = row.Cost ?? (result.IsValid ? result.Cost : null),
        };
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
