namespace Prudence.Budgeting.Metering;

/// <summary>Why a call was not made.</summary>
public enum CallRefusalKind
{
    /// <summary>A budget has no room for its worst case.</summary>
    Budget,

    /// <summary>Money is limited, and there is no price for the model.</summary>
    NotPriced,

    /// <summary>The input has no bound, so that there is no worst case.</summary>
    NotBounded,
}
