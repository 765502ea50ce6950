using System.Text.Json.Nodes;

namespace Prudence.Testing;

/// <summary>
/// A file of recorded requests and answers. It is written anew, in one step, after each recorded answer; secrets never get in. Several clients of one
/// process may share it; all members may be called from many threads.
/// </summary>
public sealed class Cassette : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly string file;
    private readonly List<CassetteEntry> entries;

    /// <summary>How many answers for each request were replayed or recorded in this run.</summary>
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    private Cassette(string file, CassetteOptions options, List<CassetteEntry> entries) => (this.file, Options, this.entries) = (file, options, entries);

    /// <summary>What is in it, in the order of the file.</summary>
    public IReadOnlyList<CassetteEntry> Entries
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    /// <summary>What is in it and was not asked for in this run. After a complete run of the tests it can go: <see cref="RemoveStaleAsync"/>.</summary>
    public IReadOnlyList<CassetteEntry> StaleEntries => [.. Entries.Where(static entry => !entry.IsUsed)];

    internal CassetteOptions Options { get; }

    /// <summary>Reads a cassette. A file that is not there is an empty one.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="options">How it is read and written.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="CassetteFormatException">The file is not a cassette, or is damaged; the message says where.</exception>
    public static async Task<Cassette> OpenAsync(string file, CassetteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        options ??= new CassetteOptions();
        return new Cassette(file, options, await CassetteReader.ReadAsync(file, options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Removes from the file what was not asked for in this run.</summary>
    /// <param name="cancellationToken">Stops before the file is written.</param>
    /// <returns>What was removed.</returns>
    public async Task<IReadOnlyList<CassetteEntry>> RemoveStaleAsync(CancellationToken cancellationToken = default)
    {
        List<CassetteEntry> stale;
        lock (gate)
        {
            stale = entries.FindAll(static entry => !entry.IsUsed);
            entries.RemoveAll(static entry => !entry.IsUsed);
        }

        if (stale.Count > 0)
        {
            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        return stale;
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    /// <summary>The next recorded answer to a request; null if there is none.</summary>
    internal CassetteEntry? Take(CanonicalRequest request)
    {
        lock (gate)
        {
            var (index, count) = Next(request.Hash);
            if (index < 0)
            {
                return null;
            }

            taken[request.Hash] = count + 1;
            entries[index].IsUsed = true;
            return entries[index];
        }
    }

    /// <summary>Records an answer, in place of the one that would have come next.</summary>
    internal Task AddAsync(CanonicalRequest request, JsonNode answer)
    {
        var entry = new CassetteEntry(request.Hash, request.Document, Options.Redactor.RedactAnswer(answer)) { IsUsed = true };
        lock (gate)
        {
            var (index, count) = Next(request.Hash);
            taken[request.Hash] = count + 1;
            if (index < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[index] = entry;
            }
        }

        // Not cancellable: the answer was paid for.
        return SaveAsync(CancellationToken.None);
    }

    internal CassetteMissException Miss(CanonicalRequest request) => new(RequestDifference.Explain(file, request, Entries));

    private (int Index, int Taken) Next(string hash)
    {
        var count = taken.GetValueOrDefault(hash);
        var seen = 0;
        return (entries.FindIndex(entry => entry.Hash == hash && seen++ == count), count);
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await CassetteWriter.WriteAsync(file, Entries, cancellation).ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }
}
