using System.CommandLine;
using Prudence.Bench.Planning.Results;
using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Commands;

/// <summary><c>costs</c>: holds the costs of a result file against published optimal ones.</summary>
internal static class CostsCommand
{
    public static Command Create()
    {
        var results = new Argument<string>("results") { Description = "A result file of `run`." };
        var data = new Option<string?>("--data") { Description = "The directory with ipc and ipc-reference-costs.csv." };
        var command = new Command("costs", "Check that proven costs equal the published optimum and that no plan is cheaper.") { results, data };
        command.SetAction(arguments => Check(
            new ResultsFile(arguments.GetRequiredValue(results)).Read(),
            ReferenceCosts.ReadFrom(BenchmarkFiles.FindDataDirectory(arguments.GetValue(data)))));
        return command;
    }

    /// <returns>0 if all agree, 13 otherwise.</returns>
    private static int Check(IReadOnlyList<RunRow> rows, ReferenceCosts costs)
    {
        var (proven, plain, wrong) = (0, 0, 0);
        foreach (var row in rows.Where(static row => row.Status == RunStatus.Solved))
        {
            if (costs.Find(row.Key) is not { } optimum || row.Cost is not { } cost)
            {
                continue;
            }

            proven += row.Optimal ? 1 : 0;
            plain += row.Optimal ? 0 : 1;
            if (cost < optimum || (row.Optimal && cost != optimum) || row.Validated == false)
            {
                wrong++;
                Console.WriteLine($"{row.Key}: cost {cost}{(row.Optimal ? " claimed optimal" : "")}, published optimum {optimum}");
            }
        }

        Console.WriteLine($"{rows.Count} tasks: {proven} costs proven optimal and {plain} other costs held against the published optimum; {wrong} disagree");
        return wrong == 0 ? 0 : 13;
    }
}
