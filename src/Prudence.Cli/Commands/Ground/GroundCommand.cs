using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Limits;
using Prudence.Cli.Pddl;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ground;

/// <summary><c>prudence ground</c>: how large a task is once its variables are replaced by objects, and that task for other planners.</summary>
internal static class GroundCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = FileArgument.One("DOMAIN", "The domain file; a problem file alone if its domain stands beside it.");
        var problem = FileArgument.Optional("PROBLEM", "The problem file.");
        var estimate = new Option<bool>("--estimate") { Description = "Only estimate the size; that takes no time worth mentioning." };
        var output = new Option<string?>("--output", "-o") { Description = "Write the ground task to FILE in Fast Downward's format (SAS, version 3).", HelpName = "FILE" };
        var h2 = new Option<bool>("--h2") { Description = "Also find pairs of facts that exclude each other, and drop operators that need them." };
        var strict = new Option<bool>("--strict") { Description = "Accept only standard PDDL: every warning is an error." };
        var limits = new LimitOptions();
        var command = new Command("ground", "Estimate how large a task is, ground it, and show its sizes, mutex groups and times.")
        {
            domain, problem, estimate, output, h2, strict, limits.Time, limits.Memory,
        }.WithExamples(
            new("how large will it be?", "prudence ground data/planning/delivery/domain.pddl data/planning/delivery/town.pddl --estimate"),
            new("how large is it?", "prudence ground data/planning/delivery/town.pddl"),
            new("let another planner search it", "prudence ground data/planning/delivery/town.pddl --output town.sas"));
        command.SetAction((result, cancellation) => Task.FromResult(new GroundHandler(terminal, result.GetValue(GlobalOptions.Json)).Run(
            new GroundRequest(TaskFiles.Find(result.GetRequiredValue(domain), result.GetValue(problem)), limits.ReadWithoutExpansions(result))
            {
                EstimateOnly = result.GetValue(estimate),
                OutputFile = result.GetValue(output),
                UseH2Mutexes = result.GetValue(h2),
                Strict = result.GetValue(strict),
            },
            cancellation)));
        return command;
    }
}
