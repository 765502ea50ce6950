using Prudence.Budgeting;
using Prudence.Search;
using SlidingPuzzle;

var puzzle = new Puzzle(start: args.Length > 0 ? args[0] : "724506831");
var search = new BestFirstSearch<string, char>(Puzzle.Distance);
var result = await search.RunAsync(puzzle, new RunLimits { Expansions = 100_000 });

Console.WriteLine($"{result.Outcome} in {result.Path?.Cost} moves: {string.Concat(result.Path?.Actions ?? [])}");
Console.WriteLine($"{result.Statistics.Expanded} states expanded; proven to be the shortest way: {result.IsOptimal}");
