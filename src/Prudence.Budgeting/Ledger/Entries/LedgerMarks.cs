namespace Prudence.Budgeting;

/// <summary>What is remarkable about an entry. The numbers are part of the record format.</summary>
[Flags]
public enum LedgerMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An adjustment that lowers what is spent.</summary>
    Credit = 1,

    /// <summary>A settlement above its hold. It is charged in full.</summary>
    Overrun = 2,

    /// <summary>A settlement or release of a hold that had expired.</summary>
    AfterExpiry = 4,
}
