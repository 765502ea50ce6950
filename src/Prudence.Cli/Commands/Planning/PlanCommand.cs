using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Planning;

/// <summary><c>prudence plan</c>: PDDL in, a validated plan and its receipt out.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = FileArgument.One("DOMAIN", "The domain file; a problem file alone if its domain stands beside it.");
        var problem = FileArgument.Optional("PROBLEM", "The problem file.");
        var preset = new Option<string>("--preset", "-p")
        {
            Description = "fast, good, optimal, or a classic such as lama-first.",
            DefaultValueFactory = static _ => "fast",
            HelpName = "NAME",
        };
        var search = new Option<string?>("--search") { Description = "A configuration of your own, such as \"eager-greedy(ff, preferred=all)\".", HelpName = "SEARCH" };
        var h2 = new Option<bool>("--h2") { Description = "Remove what h2 mutexes rule out before searching: takes time, pays for hard tasks." };
        var time = new Option<string?>("--time", "-t") { Description = "The most time to take, such as 500ms, 60s, 5min.", HelpName = "TIME" };
        var memory = new Option<string?>("--memory", "-m") { Description = "The most memory to use, such as 512MiB, 4GiB.", HelpName = "SIZE" };
        var expansions = new Option<long?>("--expansions") { Description = "The most states to expand.", HelpName = "N" };
        var command = new Command("plan", "Find a plan, prove that it is valid, and show what it cost to find.")
        {
            domain, problem, preset, search, h2, time, memory, expansions,
        }.WithExamples(
            new("a first plan", "prudence plan domain.pddl problem.pddl"),
            new("ever better plans for a minute", "prudence plan domain.pddl problem.pddl --preset good --time 60s"),
            new("the cheapest plan, for a script", "prudence plan domain.pddl problem.pddl --preset optimal --json"));
        command.SetAction((result, cancellation) => Task.FromResult(new PlanHandler(terminal, result.GetValue(GlobalOptions.Json)).Run(
            new PlanRequest(result.GetRequiredValue(domain), result.GetValue(problem))
            {
                Search = result.GetValue(search) ?? result.GetRequiredValue(preset),
                UseH2Mutexes = result.GetValue(h2),
                Time = result.GetValue(time),
                Memory = result.GetValue(memory),
                Expansions = result.GetValue(expansions),
            },
            cancellation)));
        return command;
    }
}
