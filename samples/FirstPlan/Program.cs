using Prudence.Budgeting;
using Prudence.Planning;

var planner = new Planner(new PlannerOptions { Search = "fast" });
var result = planner.PlanFiles(args[0], args[1], new RunLimits { Time = TimeSpan.FromSeconds(30) });
Console.WriteLine(result.Best is { } best ? string.Join('\n', best.Plan.Steps) : $"no plan: {result.Outcome}");
