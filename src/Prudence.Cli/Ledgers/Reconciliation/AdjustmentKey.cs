using System.Globalization;
using System.Text;
using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>
/// The idempotency keys of adjustments: <c>invoice/ID/ROW/N</c>, with a hash of what is adjusted, and a number that grows with each. By them a
/// comparison finds what was adjusted for an invoice before, whenever that was, and a repetition changes nothing.
/// </summary>
internal static class AdjustmentKey
{
    private const string Prefix = "invoice/";
    private const int HashLength = 16;

    public static bool IsAny(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The row that an adjustment for this invoice is for; null if it is for another.</summary>
    public static string? RowOf(string key, string invoiceId)
    {
        var own = $"{Prefix}{invoiceId}/";
        return key.StartsWith(own, StringComparison.Ordinal) && key.Length > own.Length + HashLength && key[own.Length + HashLength] == '/'
            ? key.Substring(own.Length, HashLength)
            : null;
    }

    /// <summary>What stands for a row.</summary>
    public static string Row(string? key, GroupKey group) => LedgerHash.Of(Encoding.UTF8.GetBytes(
        key is not null ? $"key\n{key}" : $"group\n{group.Day?.ToString("O", CultureInfo.InvariantCulture)}\n{group.Scope}\n{group.Purpose}")).ToString()[..HashLength];

    public static string Of(string invoiceId, ReconciliationRow row) => $"{Prefix}{invoiceId}/{Row(row.Key, row.Group)}/{row.Adjustments + 1}";
}
