using System.CommandLine;
using System.CommandLine.Invocation;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary><c>prudence prices</c>: what calls of language models cost.</summary>
internal static class PricesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("prices", "Look up what calls of language models cost, exactly, on any day, and at your own prices.")
        {
            ListCommand.Create(terminal),
            ShowCommand.Create(terminal),
            DiffCommand.Create(terminal),
            CostCommand.Create(terminal),
        }.WithExamples(
            new("which models are there?", "prudence prices list --match sonnet"),
            new("what does one cost?", "prudence prices show claude-sonnet-4-5"),
            new("what will a call cost?", "prudence prices cost gpt-4o --input 12000 --output 800"),
            new("what has changed?", "prudence prices diff --from 2026-01-01 --to 2026-10-01"));
        command.SetAction(result => result.RootCommandResult.Command.Parse(["prices", "--help"])
            .Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error }));
        return command;
    }
}
