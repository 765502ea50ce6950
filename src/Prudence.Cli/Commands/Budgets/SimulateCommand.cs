using System.CommandLine;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Help;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;
using Prudence.Cli.Simulation;

namespace Prudence.Cli.Commands.Budgets;

/// <summary><c>prudence budget simulate</c>: what a tree of budgets would do to a workload.</summary>
internal static class SimulateCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = FileArgument.Optional("WORKLOAD", "A YAML file with scopes, limits and streams of calls.");
        var example = new Option<bool>("--example") { Description = "Print a workload with explanations, to begin with." };
        var seed = new Option<int?>("--seed") { Description = "Draw other calls than the workload's seed does.", HelpName = "N" };
        var chart = new Option<string?>("--chart") { Description = "Write a burn-down chart to FILE.svg: what is left of each limit on money, over time.", HelpName = "FILE" };
        var overrides = new Option<string?>("--overrides") { Description = "Put the prices in this YAML file on top of the shipped ones.", HelpName = "FILE" };
        var command = new Command("simulate", "Play a workload against a tree of budgets: who is refused by which limit, when money runs out, and what checking first would overspend.")
        {
            file, example, seed, chart, overrides,
        }.WithExamples(
            new("begin with an example", "prudence budget simulate --example > week.yaml"),
            new("play it, with a picture", "prudence budget simulate week.yaml --chart week.svg"),
            new("another week of the same kind", "prudence budget simulate week.yaml --seed 2"));
        command.SetAction((result, cancellation) =>
        {
            if (result.GetValue(example))
            {
                terminal.Out.Write(ExampleWorkload.Read());
                return Task.FromResult(ExitCode.Success);
            }

            var path = result.GetValue(file) ?? throw new UserErrorException(ExitCode.BadCommandLine, "name a workload", "prudence budget simulate --example prints one");
            var prices = result.GetValue(overrides) is { } own ? PriceBook.Default.With(PriceOverrides.Read(own)) : PriceBook.Default;
            var workload = WorkloadReader.Read(path, InputFile.Read(path), prices);
            return Task.FromResult(new SimulateHandler(terminal, result.GetValue(GlobalOptions.Json)).Run(
                Path.GetFileName(path), workload with { Seed = result.GetValue(seed) ?? workload.Seed }, result.GetValue(chart), cancellation));
        });
        return command;
    }
}
