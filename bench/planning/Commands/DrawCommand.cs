using System.CommandLine;
using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Commands;

/// <summary><c>draw</c>: writes a reproducible sample of tasks.</summary>
internal static class DrawCommand
{
    public static Command Create()
    {
        var seed = new Option<ulong>("--seed") { Description = "Names the sample.", DefaultValueFactory = static _ => 2026 };
        var count = new Option<int>("--count") { Description = "How many tasks.", Required = true };
        var suites = new Option<string>("--suites") { Description = "ipc, ipc2023 (learning track, testing easy and medium) or all.", DefaultValueFactory = static _ => "all" };
        suites.AcceptOnlyFromAmong("ipc", "ipc2023", "all");
        var proven = new Option<bool>("--proven-optimum") { Description = "Only tasks whose optimal cost is published." };
        var smallest = new Option<bool>("--smallest") { Description = "The smallest problem files instead of an even draw." };
        var data = new Option<string?>("--data") { Description = "The directory with ipc and ipc2023-learning." };
        var output = new Option<string>("--out") { Description = "The sample file to write.", Required = true };
        var command = new Command("draw", "Draw tasks evenly over suites.") { seed, count, suites, proven, smallest, data, output };
        command.SetAction(arguments =>
        {
            var sample = Draw(
                BenchmarkFiles.FindDataDirectory(arguments.GetValue(data)),
                arguments.GetValue(suites)!,
                arguments.GetValue(count),
                arguments.GetValue(seed),
                arguments.GetValue(proven),
                arguments.GetValue(smallest));
            sample.Write(arguments.GetValue(output)!);
            Console.Error.WriteLine($"{sample.Tasks.Count} tasks of {sample.Tasks.Select(static task => task.Suite).Distinct().Count()} suites");
        });
        return command;
    }

    private static Sample Draw(string dataDirectory, string suites, int count, ulong seed, bool proven, bool smallest)
    {
        IEnumerable<BenchmarkTask> tasks = TaskCatalogue.Find(dataDirectory, suites);
        if (proven)
        {
            var costs = ReferenceCosts.ReadFrom(dataDirectory);
            tasks = tasks.Where(task => costs.Find(task.Key) is not null);
        }

        var drawn = smallest
            ? SampleDraw.Smallest(tasks, count, task => new FileInfo(Path.Combine(dataDirectory, task.Problem)).Length)
            : SampleDraw.Evenly(tasks, count, seed);
        return new Sample(seed, suites, proven, smallest, drawn);
    }
}
