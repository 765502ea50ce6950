using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>A ledger's overview for people.</summary>
internal static class OverviewText
{
    public static void Write(TextOutput output, string name, LedgerOverview overview)
    {
        var head = overview.State.Head;
        output.Line(head.Sequence == 0 ? $"{name}: no entries" : $"{name}: {Entries(head.Sequence)}, the last at {InstantText.Write(overview.State.Time)}");
        if (head.Sequence > 0)
        {
            WriteBalances(output, overview);
            WriteWindows(output, overview);
            WriteHolds(output, overview, overview.Now);
            WritePurposes(output, overview);
        }
    }

    public static string Entries(long count) => $"{AmountFormat.Count(count)} {(count == 1 ? "entry" : "entries")}";

    public static string Amount(Resource resource, Int128 amount) => amount >= long.MinValue && amount <= long.MaxValue
        ? AmountFormat.Describe(resource, (long)amount)
        : $"{amount} {resource.Unit} {resource.Name}";

    private static void WriteBalances(TextOutput output, LedgerOverview overview)
    {
        output.Heading($"Balances{(overview.Scope is null ? "" : $" of {overview.Scope}")}");
        if (overview.Balances.Count == 0)
        {
            output.Line("  nothing was granted or spent there");
            return;
        }

        output.Table(["scope", "resource", "#granted", "#spent", "#held", "#left"], overview.Balances.Select(static balance => (IReadOnlyList<string>)
        [
            balance.Scope,
            balance.Resource.Name,
            balance.Granted is { } granted ? Bare(balance.Resource, granted) : "-",
            Bare(balance.Resource, balance.Spent),
            Bare(balance.Resource, balance.Held),
            balance.Granted is { } limit ? Bare(balance.Resource, limit - balance.Spent - balance.Held) : "-",
        ]));
    }

    private static void WriteWindows(TextOutput output, LedgerOverview overview)
    {
        if (overview.Windows.Count > 0)
        {
            output.Heading("Windows");
            output.Table(["scope", "resource", "window", "#limit", "#spent", "#held", "#left"], overview.Windows.Select(static window => (IReadOnlyList<string>)
            [
                window.Scope,
                window.Resource.Name,
                window.Window.ToString(),
                Bare(window.Resource, window.Limit),
                Bare(window.Resource, window.Spent),
                Bare(window.Resource, window.Held),
                Bare(window.Resource, window.Limit - window.Spent - window.Held),
            ]));
        }
    }

    private static void WriteHolds(TextOutput output, LedgerOverview overview, DateTimeOffset now)
    {
        if (overview.Holds.Count == 0)
        {
            output.Heading("No open holds");
            return;
        }

        output.Heading("Open holds");
        output.Table(["#hold", "scope", "held", "for", "#age", "expires"], overview.Holds.Select(hold => (IReadOnlyList<string>)
        [
            AmountFormat.Count(hold.Id),
            hold.Scope,
            hold.Worst.ToString(),
            hold.Purpose,
            overview.Begun.TryGetValue(hold.Id, out var begun) ? AmountFormat.Time(Positive(now - begun)) : "",
            Expiry(hold, now),
        ]));
    }

    private static string Expiry(LedgerHold hold, DateTimeOffset now) =>
        hold.IsExpired ? "has expired, and was given back"
        : hold.ExpiresAt <= now ? $"since {InstantText.Write(hold.ExpiresAt)}, is given back at the next request"
        : $"in {AmountFormat.Time(hold.ExpiresAt - now)}";

    private static void WritePurposes(TextOutput output, LedgerOverview overview)
    {
        var range = overview.Range.ToString();
        output.Heading($"Spent by purpose{(range.Length > 0 ? $", {range}" : "")}");
        if (overview.Purposes.Count == 0)
        {
            output.Line("  nothing");
            return;
        }

        output.Table(["for", "#charges", "#overruns", "spent"], overview.Purposes.Select(static line => (IReadOnlyList<string>)
        [
            line.Purpose.Length > 0 ? line.Purpose : "(nothing named)",
            AmountFormat.Count(line.Charges),
            AmountFormat.Count(line.Overruns),
            line.Amounts.Count == 0 ? "nothing" : string.Join(", ", line.Amounts.Select(static amount => Amount(amount.Key, amount.Value))),
        ]));
    }

    // The name stands in a column of its own.
    private static string Bare(Resource resource, long amount) => resource.Unit.Length == 0 ? AmountFormat.Count(amount) : AmountFormat.Describe(resource, amount);

    private static TimeSpan Positive(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;
}
