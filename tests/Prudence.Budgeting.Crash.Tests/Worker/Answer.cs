namespace Prudence.Budgeting.Crash.Tests.Worker;

/// <summary>An entry that a worker had as an answer, as it stands in a line of the worker's output.</summary>
internal sealed record Answer(long Sequence, string Hash, string Key)
{
    /// <summary>Ends a line that was written whole.</summary>
    private const string End = " .";

    public static Answer Of(LedgerEntry entry) => new(entry.Sequence, entry.Hash.ToString(), entry.IdempotencyKey);

    public static void Report(LedgerEntry entry) => Console.WriteLine($"{entry.Sequence} {entry.Hash} {entry.IdempotencyKey}{End}");

    /// <summary>The answer in a line; null if its writer was killed in the middle of it.</summary>
    public static Answer? Read(string line) =>
        line.EndsWith(End, StringComparison.Ordinal) && line[..^End.Length].Split(' ', 3) is [var sequence, var hash, var key]
            ? new Answer(long.Parse(sequence, null), hash, key)
            : null;
}
