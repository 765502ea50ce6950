using System.Text;
using Prudence.Budgeting;
using Prudence.Cli.Ledgers.Export;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>One entry in one line, for people.</summary>
internal static class EntryLine
{
    /// <summary>Number, time, kind, scope, amounts, what for, hold, marks.</summary>
    public static string Text(LedgerEntry entry)
    {
        var line = new StringBuilder($"{entry.Sequence,8}  {EntryJson.Time(entry.Time)[..23]}Z  {EntryJson.Kind(entry.Kind),-7}  {entry.Scope}  {Sign(entry)}{entry.Amounts}");
        line.Append(entry.Window is { } window ? $" {window}" : "");
        line.Append(entry.Purpose.Length > 0 ? $"  for {entry.Purpose}" : "");
        line.Append(entry.HoldId > 0 && entry.HoldId != entry.Sequence ? $"  of hold {entry.HoldId}" : "");
        foreach (var mark in EntryJson.Marks(entry.Marks))
        {
            line.Append(mark == "credit" ? "" : $"  {mark}");
        }

        return line.ToString();
    }

    private static string Sign(LedgerEntry entry) => entry.Marks.HasFlag(LedgerMarks.Credit) ? "credit of " : "";
}
