namespace Prudence.Budgeting;

/// <summary>What one run used, line by line.</summary>
/// <param name="Lines">One line per purpose, in the order the purposes were served.</param>
/// <param name="Limits">The limits the run was under.</param>
/// <param name="StoppedBy">What stopped it, if anything did.</param>
public sealed record Receipt(IReadOnlyList<ReceiptLine> Lines, RunLimits Limits, StopReason StoppedBy)
{
    /// <summary>The sum of all lines.</summary>
    public Cost Total => Lines.Aggregate(Cost.Zero, static (sum, line) => sum + line.Cost);
}
