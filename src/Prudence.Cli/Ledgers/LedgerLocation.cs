using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>
/// Where a ledger is: a file, or the address of a database, which may also stand in an environment variable so that its password is on no command
/// line. What is shown of it never has a password in it.
/// </summary>
/// <param name="Name">The place as it may be shown.</param>
internal abstract record LedgerLocation(string Name)
{
    private const string VariablePrefix = "env:";

    /// <summary>Reads <c>costs.db</c>, <c>postgresql://...</c> or, for either in an environment variable, <c>env:NAME</c>. <c>./env:NAME</c> is a file.</summary>
    /// <exception cref="UserErrorException">There is no such variable, or the address cannot be read.</exception>
    public static LedgerLocation Parse(string text)
    {
        if (!text.StartsWith(VariablePrefix, StringComparison.Ordinal))
        {
            return Of(text, null);
        }

        var variable = text[VariablePrefix.Length..];
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? Of(value, text)
            : throw new UserErrorException(ExitCode.BadCommandLine, $"the environment variable {variable} does not name a ledger", $"set it first, or name the file './{text}'");
    }

    /// <summary>Opens the ledger to read it. Nobody who writes is held up.</summary>
    public async Task<ILedgerStore> OpenForReadingAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(cancellation).ConfigureAwait(false);
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
    /// <param name="cancellation">Stops waiting for a server.</param>
    public async Task<ILedgerStore> OpenForWritingAsync(bool create, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(create, cancellation).ConfigureAwait(false);
        }
        catch (LedgerFormatException error)
        {
            throw new UserErrorException(ExitCode.BadFile, error.Message);
        }
    }

    /// <summary>Whether a path is that of the ledger itself, which no output may replace.</summary>
    public virtual bool IsFile(string path) => false;

    protected abstract Task<ILedgerStore> ReadAsync(CancellationToken cancellation);

    protected abstract Task<ILedgerStore> WriteAsync(bool create, CancellationToken cancellation);

    private static LedgerLocation Of(string place, string? shown) =>
        DatabaseLedger.IsAddress(place) ? DatabaseLedger.Parse(place, shown) : new FileLedger(shown ?? place, Path.GetFullPath(place));
}
