namespace Prudence.Budgeting.Metering;

/// <summary>What is remarkable about a charge.</summary>
[Flags]
public enum ChargeMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The provider did not say what was used, or not all of it: what is missing was charged at its bound.</summary>
    UsageMissing = 1,

    /// <summary>The provider reported counts that cannot be, such as negative ones: they were charged at their bound.</summary>
    UsageImpossible = 2,

    /// <summary>The parts that were reported are more than the whole, which was raised to their sum.</summary>
    UsageCorrected = 4,

    /// <summary>The usage of one answer was reported more than once: the largest counts were taken.</summary>
    UsageRepeated = 8,

    /// <summary>The answer did not come to its end: output was charged at its bound.</summary>
    CutShort = 16,

    /// <summary>More was used than held. It was charged in full.</summary>
    Overrun = 32,

    /// <summary>The hold had expired before the call ended. It was charged in full.</summary>
    AfterExpiry = 64,

    /// <summary>There is no price for what was used; money was charged as it was held.</summary>
    NotPriced = 128,

    /// <summary>The call failed in a way that no provider charges for: the hold was given back.</summary>
    Free = 256,
}
