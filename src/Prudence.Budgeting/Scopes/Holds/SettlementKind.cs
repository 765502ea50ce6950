namespace Prudence.Budgeting;

/// <summary>How a settlement went.</summary>
public enum SettlementKind
{
    /// <summary>Within the hold.</summary>
    Settled,

    /// <summary>More was used than held. It was charged in full, and counted.</summary>
    Overrun,

    /// <summary>The hold had expired. What was used was charged in full nonetheless; for that time the limits may have been given to others.</summary>
    AfterExpiry,

    /// <summary>The reservation had been settled or released before. Nothing was charged.</summary>
    Duplicate,
}
