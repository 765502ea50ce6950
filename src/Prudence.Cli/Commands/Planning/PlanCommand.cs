using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Planning;

/// <summary><c>prudence plan</c>: PDDL in, a validated plan and its receipt out.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new PlanOptions();
        var command = new Command("plan", "Find a plan, prove that it is valid, and show what it cost to find.").WithExamples(
            new("a first plan", "prudence plan data/planning/delivery/domain.pddl data/planning/delivery/town.pddl"),
            new("ever better plans for ten seconds, each in a file of its own, the best in town.plan",
                "prudence plan data/planning/delivery/town.pddl --preset good --time 10s --output town.plan"),
            new("the cheapest plan, for a script", "prudence plan data/planning/delivery/market.pddl --preset optimal --json"),
            new("a page to look at", "prudence plan data/planning/greenhouse/morning.pddl --explain --report morning.html"),
            new("a search of your own", "prudence plan data/planning/delivery/town.pddl --search \"eager-greedy(ff, landmark-sum, preferred=all)\""));
        options.AddTo(command);
        command.SetAction((result, cancellation) =>
            Task.FromResult(
            new PlanHandler(terminal, result.GetValue(GlobalOptions.Json), result.GetValue(GlobalOptions.Verbose)).Run(options.Read(result), cancellation)));
        return command;
    }
}
