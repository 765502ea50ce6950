using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Completion;

/// <summary><c>prudence completion</c>: a script that teaches a shell to complete.</summary>
internal static class CompletionCommand
{
    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        var command = new Command("completion", "Write a script that teaches a shell to complete commands.") { shell }.WithExamples(
            new("bash, for this shell", "source <(prudence completion bash)"),
            new("zsh, for good", "prudence completion zsh > ~/.zsh/completions/_prudence"),
            new("fish, for good", "prudence completion fish > ~/.config/fish/completions/prudence.fish"));
        command.SetAction(result =>
        {
            var script = CompletionScripts.ByShell[result.GetRequiredValue(shell)];
            if (result.GetValue(GlobalOptions.Json))
            {
                JsonOutput.Write(terminal.Out, writer => writer.WriteString("script", script));
            }
            else
            {
                terminal.Out.Write(script);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
