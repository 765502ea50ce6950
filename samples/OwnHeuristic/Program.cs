using OwnHeuristic;
using Prudence.Planning;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Tasks;

foreach (var search in new[] { "eager-greedy(towers)", "eager-greedy(ff)" })
{
    var planner = new Planner(new PlannerOptions
    {
        Search = search,
        CustomHeuristics = new Dictionary<string, Func<PlanningTask, Heuristic>> { ["towers"] = task => new TowersHeuristic(task) },
    });
    var result = planner.PlanFiles(args[0], args[1]);
    Console.WriteLine($"{search}: {result.Outcome}, {result.Search!.Evaluated} evaluations, {result.Best?.Plan.Length} steps");
}
