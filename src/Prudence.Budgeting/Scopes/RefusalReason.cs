namespace Prudence.Budgeting;

/// <summary>Why a budget refuses.</summary>
public enum RefusalReason
{
    /// <summary>A limit has no room for what was asked.</summary>
    Limit,

    /// <summary>The deadline of the scope or of an ancestor has passed.</summary>
    Deadline,

    /// <summary>The scope or an ancestor is closed.</summary>
    Closed,

    /// <summary>The ledger refuses for a reason other than a limit, such as a scope that was never granted anything.</summary>
    Ledger,
}
