using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Output;
using Prudence.Cli.Simulation;

namespace Prudence.Cli.Commands.Budgets;

/// <summary>A simulation for people.</summary>
internal static class SimulationText
{
    public static void Write(TextOutput output, string name, Workload workload, SimulationResult held, SimulationResult checkedFirst)
    {
        output.Line($"{name}: {Length(workload.Length)} from {Time(workload, workload.Start)} ({workload.TimeZone.Id}), seed {workload.Seed}");
        output.Heading("Calls");
        output.Table(["stream", "scope", "#calls", "#admitted", "#refused", "#failed", "#tried again", "#waiting"], held.Streams.Select(static tally => (IReadOnlyList<string>)
        [
            tally.Stream.Name,
            tally.Stream.Scope,
            AmountFormat.Count(tally.Calls),
            AmountFormat.Count(tally.Admitted),
            AmountFormat.Count(tally.Refused),
            AmountFormat.Count(tally.Failed),
            AmountFormat.Count(tally.Retried),
            AmountFormat.Count(tally.Waiting),
        ]));
        output.Heading("Limits");
        output.Table(["scope", "limit", "#most spent", "#with holds", "#refused", "first refused", "reached"], held.Limits.Select(track => (IReadOnlyList<string>)
        [
            track.Scope,
            track.Limit.ToString(),
            AmountFormat.Describe(track.Limit.Resource, track.MostSpent),
            AmountFormat.Describe(track.Limit.Resource, track.MostUsed),
            AmountFormat.Count(track.Refusals.Count),
            track.RanOutAt is { } time ? Time(workload, time) : "-",
            track.Crossings.Count == 0 ? "-" : string.Join(", ", track.Crossings.OrderBy(static pair => pair.Key).Select(pair => $"{pair.Key} % {Time(workload, pair.Value)}")),
        ]));
        WriteSpent(output, held);
        WriteBaseline(output, held, checkedFirst);
    }

    private static void WriteSpent(TextOutput output, SimulationResult held)
    {
        output.Heading("Spent");
        output.Table(["scope", "#money", "#held at the end", "#overruns", "for"], held.Receipts.Select(static receipt => (IReadOnlyList<string>)
        [
            receipt.Scope,
            new Money(receipt.Total[Resource.Money]).ToString(),
            new Money(receipt.Held[Resource.Money]).ToString(),
            AmountFormat.Count(receipt.Overruns),
            string.Join(", ", receipt.Lines.Select(static line => $"{line.Purpose} {new Money(line.Cost[Resource.Money])}")),
        ]));
    }

    private static void WriteBaseline(TextOutput output, SimulationResult held, SimulationResult checkedFirst)
    {
        output.Heading("For comparison only: the same calls, where one checks what is left, calls, and records afterwards");
        output.Table(["scope", "limit", "#most spent", "#above, checked first", "#above, held first"], checkedFirst.Limits.Zip(held.Limits, static (naive, track) => (IReadOnlyList<string>)
        [
            naive.Scope,
            naive.Limit.ToString(),
            AmountFormat.Describe(naive.Limit.Resource, naive.MostSpent),
            AmountFormat.Describe(naive.Limit.Resource, naive.Overspent),
            AmountFormat.Describe(track.Limit.Resource, track.Overspent),
        ]));
    }

    private static string Length(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerDay == 0 ? $"{length.TotalDays} {(length.TotalDays == 1 ? "day" : "days")}" : AmountFormat.Time(length);

    private static string Time(Workload workload, DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, workload.TimeZone).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
