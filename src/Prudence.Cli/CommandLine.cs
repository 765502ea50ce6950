using System.CommandLine;
using System.CommandLine.Invocation;
using Prudence.Cli.Commands.Budgets;
using Prudence.Cli.Commands.Completion;
using Prudence.Cli.Commands.Ground;
using Prudence.Cli.Commands.Ledgers;
using Prudence.Cli.Commands.Lint;
using Prudence.Cli.Commands.Planning;
using Prudence.Cli.Commands.PresetList;
using Prudence.Cli.Commands.Prices;
using Prudence.Cli.Commands.Validate;
using Prudence.Cli.Help;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli;

/// <summary>The command line: what commands there are, and what happens around every one of them.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        using var interruption = Interruption.Listen();
        var root = Create(terminal);
        if (SuggestDirective.TryRead(arguments, out var position, out var line))
        {
            SuggestDirective.Answer(root, position, line, terminal.Out);
            return ExitCode.Success;
        }

        var result = root.Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var boundary = new ErrorBoundary(terminal, result.GetValue(GlobalOptions.Json), result.GetValue(GlobalOptions.Verbose));
        return await boundary.RunAsync(async () =>
        {
            var exitCode = result.Action is ParseErrorAction ? throw UsageError.Of(result)
                : await result.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
            terminal.Flush();
            return exitCode;
        }).ConfigureAwait(false);
    }

    private static Command Create(Terminal terminal)
    {
        var root = new Command("prudence", "Plans, reasons and acts inside a budget, and proves both the plan and the bill.")
        {
            HelpSwitch.Create(),
            VersionSwitch.Create(),
            GlobalOptions.Json,
            GlobalOptions.Verbose,
            PlanCommand.Create(terminal),
            GroundCommand.Create(terminal),
            PresetsCommand.Create(terminal),
            ValidateCommand.Create(terminal),
            LintCommand.Create(terminal),
            PricesCommand.Create(terminal),
            BudgetCommand.Create(terminal),
            LedgerCommand.Create(terminal),
            CompletionCommand.Create(terminal),
        };
        root.SetAction(_ => root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error }));
        return root;
    }
}
