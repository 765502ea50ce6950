using System.CommandLine;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Help;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary><c>prudence prices cost</c>: what a call costs, and what it can cost at most.</summary>
internal static class CostCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new PriceOptions();
        var usage = new UsageOptions();
        var name = FileArgument.One("MODEL", "The model, by any name its provider takes; also as provider/model.");
        var command = new Command("cost", "Work out what a call costs, line by line, rounded up once to the nano-dollar.")
        {
            name, usage.Input, usage.Output, usage.CachedRead, usage.CachedWrite, usage.Reasoning, usage.InputImages, usage.OutputImages, usage.Requests, usage.Batch,
            usage.MaxOutput, options.Provider, options.At, options.Overrides,
        }.WithExamples(
            new("what does a call cost?", "prudence prices cost gpt-4o --input 12000 --output 800"),
            new("most of the input is cached", "prudence prices cost claude-sonnet-4-5 --input 12000 --cached-read 10000 --output 800"),
            new("what can it cost at most?", "prudence prices cost gpt-4o --input 12000 --output 800 --max-output 4096"));
        command.SetAction(result => new CostHandler(terminal, result.GetValue(GlobalOptions.Json)).Run(
            options.Book(result),
            result.GetRequiredValue(name),
            result.GetValue(options.Provider),
            usage.Read(result),
            result.GetValue(usage.MaxOutput),
            options.Instant(result, TimeProvider.System)));
        return command;
    }
}
