using System.CommandLine;
using Prudence.Bench.Planning.Commands;

var root = new RootCommand("Measures planners: draw a sample of tasks, run planners on it (resumable), check the plans, compare the results.")
{
    DrawCommand.Create(),
    RunCommand.Create(),
    CheckCommand.Create(),
    CompareCommand.Create(),
    CostsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
