using System.Globalization;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>What charges and lines have in common that are compared with each other. What does not count is null.</summary>
/// <param name="Day">The day, or the first of the month.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Purpose">The purpose.</param>
internal readonly record struct GroupKey(DateOnly? Day, string? Scope, string? Purpose) : IComparable<GroupKey>
{
    public int CompareTo(GroupKey other)
    {
        var order = Nullable.Compare(Day, other.Day);
        order = order != 0 ? order : string.CompareOrdinal(Scope, other.Scope);
        return order != 0 ? order : string.CompareOrdinal(Purpose, other.Purpose);
    }

    /// <summary>The group for people, and in idempotency keys of adjustments.</summary>
    public override string ToString()
    {
        string?[] parts = [Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Scope, Purpose];
        return string.Join(' ', parts.Where(static part => part is not null).Select(static part => part!.Length > 0 ? part : "(none)"));
    }
}
