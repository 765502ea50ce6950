using Prudence.Budgeting;

namespace Prudence.Cli.Output;

/// <summary>A receipt as names and values: what each phase cost, the total, and what is left of each limit.</summary>
internal static class ReceiptLines
{
    public static IEnumerable<(string Name, string Value)> Of(Receipt receipt)
    {
        var total = receipt.Total;
        foreach (var line in receipt.Lines)
        {
            yield return (line.Purpose, line.Cost.ToString());
        }

        yield return ("total", total.ToString());
        foreach (var (name, value) in Limits(total, receipt.Budget))
        {
            yield return (name, value);
        }

        if (StoppedBy(receipt.StoppedBy) is { } reason)
        {
            yield return ("stopped by", reason);
        }
    }

    private static IEnumerable<(string Name, string Value)> Limits(Cost total, Budget budget)
    {
        if (budget.Time is { } time)
        {
            yield return ("time limit", Used(Resource.WallTime, total, (long)time.TotalMicroseconds));
        }

        if (budget.MemoryBytes is { } memory)
        {
            yield return ("memory limit", Used(Resource.Memory, total, memory));
        }

        if (budget.Expansions is { } expansions)
        {
            yield return ("expansion limit", Used(Resource.Expansions, total, expansions));
        }
    }

    private static string Used(Resource resource, Cost total, long limit)
    {
        var left = limit - total[resource];
        var rest = left >= 0 ? $"{Amount(resource, left)} left" : $"{Amount(resource, -left)} too much";
        return $"{Amount(resource, total[resource])} of {Amount(resource, limit)}, {rest}";
    }

    private static string Amount(Resource resource, long amount) => resource.Unit.Length == 0 ? AmountFormat.Count(amount) : AmountFormat.Describe(resource, amount);

    private static string? StoppedBy(StopReason reason) => reason switch
    {
        StopReason.None => null,
        StopReason.Time => "the time limit",
        StopReason.Memory => "the memory limit",
        StopReason.Expansions => "the expansion limit",
        _ => "the user",
    };
}
