using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Lint;

/// <summary><c>prudence lint</c>: what is wrong with PDDL files, without planning.</summary>
internal static class LintCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = FileArgument.One("DOMAIN", "The domain file.");
        var problems = FileArgument.Many("PROBLEM", "Problem files of that domain.");
        var strict = new Option<bool>("--strict") { Description = "Accept only standard PDDL: every warning is an error." };
        var command = new Command("lint", "Check PDDL files and say what to change.") { domain, problems, strict }.WithExamples(
            new("check a domain and all its problems", "prudence lint data/planning/delivery/domain.pddl data/planning/delivery/p*.pddl"),
            new("insist on the standard", "prudence lint --strict domain.pddl problem.pddl"),
            new("let an editor read the findings", "prudence lint domain.pddl --json"));
        command.SetAction(result => new LintHandler(terminal).Run(
            result.GetRequiredValue(domain),
            result.GetValue(problems) ?? [],
            result.GetValue(strict),
            result.GetValue(GlobalOptions.Json)));
        return command;
    }
}
