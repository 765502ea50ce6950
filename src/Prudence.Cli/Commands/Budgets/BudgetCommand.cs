using System.CommandLine;
using System.CommandLine.Invocation;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Budgets;

/// <summary><c>prudence budget</c>: trees of budgets.</summary>
internal static class BudgetCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("budget", "Try budgets before they hold somebody up.")
        {
            SimulateCommand.Create(terminal),
        }.WithExamples(
            new("what would these budgets do to a week of calls?", "prudence budget simulate week.yaml --chart week.svg"),
            new("what does a workload look like?", "prudence budget simulate --example > week.yaml"));
        command.SetAction(result => result.RootCommandResult.Command.Parse(["budget", "--help"])
            .Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error }));
        return command;
    }
}
