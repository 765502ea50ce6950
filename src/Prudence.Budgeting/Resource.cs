namespace Prudence.Budgeting;

/// <summary>A kind of thing a run can use up, measured in whole units.</summary>
/// <param name="Name">The name shown on receipts, for example <c>expansions</c>.</param>
/// <param name="Unit">The unit one counts in, for example <c>µs</c>, <c>B</c>; empty for plain counts.</param>
/// <param name="IsPeak">True if two uses share what they occupy, so that together they cost the larger of the two, not the sum.</param>
public sealed record Resource(string Name, string Unit, bool IsPeak = false)
{
    /// <summary>Wall-clock time in microseconds.</summary>
    public static Resource WallTime { get; } = new("wall-time", "µs");

    /// <summary>Peak memory of the process in bytes.</summary>
    public static Resource Memory { get; } = new("memory", "B", IsPeak: true);

    /// <summary>Search states expanded.</summary>
    public static Resource Expansions { get; } = new("expansions", "");

    /// <summary>Heuristic evaluations.</summary>
    public static Resource Evaluations { get; } = new("evaluations", "");

    /// <summary>Search states generated.</summary>
    public static Resource Generated { get; } = new("generated", "");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
