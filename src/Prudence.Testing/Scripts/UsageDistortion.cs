namespace Prudence.Testing;

/// <summary>How a report of usage relates to what was used.</summary>
public enum UsageDistortion
{
    /// <summary>It says what was used up to the moment of the report.</summary>
    None,

    /// <summary>All counts are zero.</summary>
    Zero,

    /// <summary>All counts are negative.</summary>
    Negative,

    /// <summary>All counts are <see cref="long.MaxValue"/>, so that adding to them overflows.</summary>
    Absurd,

    /// <summary>More cached input is counted than there is input.</summary>
    CachedAboveInput,

    /// <summary>All counts are absent, though there is a report.</summary>
    Empty,
}
