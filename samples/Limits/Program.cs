using Limits;
using Prudence.Budgeting;
using Prudence.Planning;

var planner = new Planner(new PlannerOptions { Search = "good" });
var limits = RunLimitsParser.Parse("20s, 4GiB, 50000 expansions");
var result = planner.PlanFiles(args[0], args[1], limits, progress: new Narrator(Console.Out));

Console.WriteLine($"{result.Outcome}; proven to be the cheapest: {result.IsOptimal}; stopped by: {result.Receipt.StoppedBy}");
foreach (var line in result.Receipt.Lines)
{
    Console.WriteLine($"  {line.Purpose}: {line.Cost[Resource.Expansions]} expansions, {line.Cost[Resource.Evaluations]} evaluations");
}
