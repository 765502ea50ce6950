using Prudence.Budgeting;
using Prudence.Budgeting.Sqlite;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>
/// Where a ledger is: a file, or the address of a database, which may also stand in an environment variable so that its password is on no command
/// line. What is shown of it never has a password in it.
/// </summary>
/// <param name="Name">The place as it may be shown.</param>
/// <param name="File">The file.</param>
internal sealed record LedgerLocation(string Name, string File)
{
    private const string VariablePrefix = "env:";
    private static readonly string[] DatabasePrefixes = ["postgresql://", "postgres://"];

    /// <summary>Reads <c>costs.db</c>, <c>postgresql://...</c> or, for either in an environment variable, <c>env:NAME</c>. <c>./env:NAME</c> is a file.</summary>
    /// <exception cref="UserErrorException">There is no such variable, or this program cannot open such a place.</exception>
    public static LedgerLocation Parse(string text)
    {
        if (!text.StartsWith(VariablePrefix, StringComparison.Ordinal))
        {
            return Of(text, text);
        }

        var variable = text[VariablePrefix.Length..];
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? Of(value, text)
            : throw new UserErrorException(ExitCode.BadCommandLine, $"the environment variable {variable} does not name a ledger", $"set it first, or name the file './{text}'");
    }

    /// <summary>Opens the ledger to read it. Nobody who writes is held up.</summary>
    public ILedgerStore OpenForReading()
    {
        CheckExists(null);
        try
        {
            return SqliteLedgerStore.OpenReadOnly(File);
        }
        catch (LedgerUnavailableException error)
        {
            throw new UserErrorException(ExitCode.UnreadableFile, error.Message);
        }
        catch (LedgerFormatException error)
        {
            throw new UserErrorException(ExitCode.BadFile, error.Message);
        }
    }

    /// <summary>Opens the ledger to write it.</summary>
    /// <param name="create">Whether to make one where there is none.</param>
    public ILedgerStore OpenForWriting(bool create = false)
    {
        if (!create)
        {
            CheckExists("--create makes one");
        }

        OutputFile.Check(File);
        try
        {
            return SqliteLedgerStore.Open(File);
        }
        catch (LedgerFormatException error)
        {
            throw new UserErrorException(ExitCode.BadFile, error.Message);
        }
    }

    // A full path, because SQLite gives some names, such as :memory:, a meaning of their own.
    private static LedgerLocation Of(string place, string shown) =>
        Array.Exists(DatabasePrefixes, prefix => place.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            ? throw new UserErrorException(ExitCode.MissingComponent, "ledgers in PostgreSQL cannot be opened from the command line yet", "name a SQLite file")
            : new LedgerLocation(shown, Path.GetFullPath(place));

    private void CheckExists(string? hint)
    {
        if (Directory.Exists(File))
        {
            throw new UserErrorException(ExitCode.UnreadableFile, $"'{Name}' is a folder", "name a ledger file in it");
        }

        if (!System.IO.File.Exists(File))
        {
            throw new UserErrorException(ExitCode.UnreadableFile, $"there is no ledger '{Name}'", hint ?? InputFile.Neighbour(Name));
        }
    }
}
