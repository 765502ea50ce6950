using Prudence.Budgeting;
using Prudence.Budgeting.Sqlite;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>A ledger in a SQLite file.</summary>
/// <param name="Name">The file as it was named.</param>
/// <param name="File">Its full path, because SQLite gives some names, such as <c>:memory:</c>, a meaning of their own.</param>
internal sealed record FileLedger(string Name, string File) : LedgerLocation(Name)
{
    public override bool IsFile(string path) => Path.GetFullPath(path) == File;

    protected override Task<ILedgerStore> ReadAsync(CancellationToken cancellation)
    {
        CheckExists(null);
        return Task.FromResult<ILedgerStore>(SqliteLedgerStore.OpenReadOnly(File));
    }

    protected override Task<ILedgerStore> WriteAsync(bool create, CancellationToken cancellation)
    {
        if (!create)
        {
            CheckExists("--create makes one");
        }

        OutputFile.Check(File);
        return Task.FromResult<ILedgerStore>(SqliteLedgerStore.Open(File));
    }

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
