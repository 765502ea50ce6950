namespace Prudence.Budgeting.Prices;

/// <summary>Where prices come from.</summary>
/// <param name="Table">The table's name, or the file's.</param>
/// <param name="Version">Its date or version, where known.</param>
public sealed record PriceSource(string Table, string? Version = null)
{
    /// <summary>For example <c>genai-prices (2026-07-25)</c>.</summary>
    public override string ToString() => Version is null ? Table : $"{Table} ({Version})";
}
