namespace Prudence.Budgeting;

/// <summary>A ledger is not what was written: it must not be used, and no balance is given.</summary>
public sealed class LedgerCorruptionException : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    /// <param name="sequence">The entry at which it shows; 0 if it is not a matter of one entry.</param>
    /// <param name="place">What is wrong there.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="cause">The error of the store, if it noticed first.</param>
    public LedgerCorruptionException(long sequence, string place, string expected, string found, Exception? cause = null)
        : base($"The ledger is damaged{(sequence > 0 ? $" at entry {sequence}" : "")}: {place}: expected {expected}, found {found}. "
            + "Restore it from a copy; until then nothing is granted.", cause) =>
        (Sequence, Place, Expected, Found) = (sequence, place, expected, found);

    /// <summary>The entry at which it shows; 0 if it is not a matter of one entry.</summary>
    public long Sequence { get; }

    /// <summary>What is wrong there.</summary>
    public string Place { get; }

    /// <summary>What should stand there.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }
}
