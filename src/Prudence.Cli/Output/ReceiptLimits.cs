using Prudence.Budgeting;

namespace Prudence.Cli.Output;

/// <summary>The limits a run was under, and what is left of each.</summary>
internal static class ReceiptLimits
{
    public static IEnumerable<(string Name, string Value)> Of(Receipt receipt)
    {
        var (limits, total) = (receipt.Limits, receipt.Total);
        if (limits.Time is { } time)
        {
            yield return ("time", Used(Resource.WallTime, total, (long)time.TotalMicroseconds, receipt.StoppedBy == StopReason.Time));
        }

        if (limits.MemoryBytes is { } memory)
        {
            yield return ("memory", Used(Resource.Memory, total, memory, receipt.StoppedBy == StopReason.Memory));
        }

        if (limits.Expansions is { } expansions)
        {
            yield return ("expansions", Used(Resource.Expansions, total, expansions, receipt.StoppedBy == StopReason.Expansions));
        }

        if (receipt.StoppedBy != StopReason.None)
        {
            yield return ("stopped by", Name(receipt.StoppedBy));
        }
    }

    /// <summary>An amount with its unit; plain counts stand alone, because the column or line says of what.</summary>
    public static string Amount(Resource resource, long amount) =>
        resource.Unit.Length == 0 ? AmountFormat.Count(amount) : AmountFormat.Describe(resource, amount);

    private static string Used(Resource resource, Cost total, long limit, bool isUp)
    {
        // A run may be stopped a little before a limit, because the next piece of memory would not fit, and its phases add up to a little less than it took.
        var left = Math.Max(0, limit - total[resource]);
        return $"{Amount(resource, total[resource])} of {Amount(resource, limit)}, {(isUp ? "used up" : $"{Amount(resource, left)} left")}";
    }

    private static string Name(StopReason reason) => reason switch
    {
        StopReason.Time => "the time limit",
        StopReason.Memory => "the memory limit",
        StopReason.Expansions => "the expansion limit",
        _ => "a request to end",
    };
}
