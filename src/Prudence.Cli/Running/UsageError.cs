using System.CommandLine;
using System.CommandLine.Parsing;

namespace Prudence.Cli.Running;

/// <summary>Says what is wrong with a command line, and where to read more.</summary>
internal static class UsageError
{
    public static UserErrorException Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var path = Path(result.CommandResult);
        var message = string.Join("; ", result.Errors.Select(static error => error.Message.TrimEnd('.')).Distinct(StringComparer.Ordinal));
        var suggestion = Suggestion(result, command);
        return new UserErrorException(
            ExitCode.BadCommandLine, message, suggestion is null ? $"see: {path} --help" : $"did you mean '{suggestion}'? see: {path} --help");
    }

    /// <summary>The command as one types it, with those it belongs to.</summary>
    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : command.Command.Name;

    private static string? Suggestion(ParseResult result, Command command)
    {
        var known = command.Subcommands.Select(static child => child.Name)
            .Concat(command.Options.Select(static option => option.Name))
            .Concat(GlobalNames)
            .ToHashSet(StringComparer.Ordinal);
        return result.UnmatchedTokens.Concat(result.Tokens.Select(static token => token.Value)).Where(token => !known.Contains(token)).Select(token => Spelling.Nearest(token, known)).FirstOrDefault(static nearest => nearest is not null);
    }

    private static string[] GlobalNames => [GlobalOptions.Json.Name, GlobalOptions.Verbose.Name];
}
