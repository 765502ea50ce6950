using System.CommandLine;
using Prudence.Bench.Planning.Results;
using Prudence.Bench.Planning.Running;
using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Commands;

/// <summary><c>check</c>: validates the stored plans of a result file again.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var results = new Argument<string>("results") { Description = "A result file of `run`." };
        var sample = new Option<string>("--sample") { Description = "The sample it was run on.", Required = true };
        var data = new Option<string?>("--data") { Description = "The directory with ipc and ipc2023-learning." };
        var command = new Command("check", "Validate the plans of a result file again and write the verdicts into it.") { results, sample, data };
        command.SetAction(arguments => Check(
            new ResultsFile(arguments.GetValue(results)!),
            Sample.Read(arguments.GetValue(sample)!),
            BenchmarkFiles.FindDataDirectory(arguments.GetValue(data))));
        return command;
    }

    /// <returns>0 if all plans are valid, 13 otherwise.</returns>
    private static int Check(ResultsFile file, Sample sample, string dataDirectory)
    {
        var tasks = sample.Tasks.ToDictionary(static task => task.Key, StringComparer.Ordinal);
        var rows = file.Read().Select(row => Judge(row, tasks, file, dataDirectory)).ToArray();
        file.Replace(rows);
        var (plans, bad) = (rows.Count(static row => row.Validated is not null), rows.Where(static row => row.Validated == false).ToArray());
        foreach (var row in bad)
        {
            Console.Error.WriteLine($"{row.Key}: {row.Message}");
        }

        Console.Error.WriteLine($"{plans - bad.Length} of {plans} plans are valid");
        return bad.Length == 0 ? 0 : 13;
    }

    private static RunRow Judge(RunRow row, Dictionary<string, BenchmarkTask> tasks, ResultsFile file, string dataDirectory) =>
        row.Status == RunStatus.Solved && tasks.TryGetValue(row.Key, out var task) && File.Exists(file.PlanPath(task))
            ? PlanCheck.Apply(row, task, dataDirectory, file.PlanPath(task))
            : row;
}
