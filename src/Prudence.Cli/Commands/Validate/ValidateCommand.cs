using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Validate;

/// <summary><c>prudence validate</c>: is this a plan for that task, and if not, why not?</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = FileArgument.One("DOMAIN", "The domain file.");
        var problem = FileArgument.One("PROBLEM", "The problem file.");
        var plan = FileArgument.One("PLAN", "The plan file, one action per line; - reads standard input.");
        var explain = new Option<bool>("--explain") { Description = "Also show what each step of a valid plan needs, changes and serves." };
        var command = new Command("validate", "Check a plan by executing it on the task as written; explain the first thing that is wrong.")
        {
            domain, problem, plan, explain,
        }.WithExamples(
            new("check a plan", "prudence validate domain.pddl problem.pddl problem.plan"),
            new("check what another planner prints", "other-planner domain.pddl problem.pddl | prudence validate domain.pddl problem.pddl -"),
            new("use the verdict in a script (exit code 0 valid, 12 not)", "prudence validate domain.pddl problem.pddl problem.plan --json"));
        command.SetAction(result => new ValidateHandler(terminal, result.GetValue(GlobalOptions.Json)).Run(
            result.GetRequiredValue(domain), result.GetRequiredValue(problem), result.GetRequiredValue(plan), result.GetValue(explain)));
        return command;
    }
}
