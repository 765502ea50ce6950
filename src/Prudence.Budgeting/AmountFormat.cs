using System.Globalization;

namespace Prudence.Budgeting;

/// <summary>Writes amounts for people: three significant digits, the unit that fits. Always in the invariant culture.</summary>
public static class AmountFormat
{
    private static readonly string[] MemoryUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>An amount of a resource with its unit or, for plain counts, its name.</summary>
    public static string Describe(Resource resource, long amount) => resource.Unit switch
    {
        "µs" => Time(TimeSpan.FromMicroseconds(amount)),
        "B" => Memory(amount),
        "n$" => new Money(amount).ToString(),
        "" => $"{Count(amount)} {resource.Name}",
        _ => $"{Count(amount)} {resource.Unit} {resource.Name}",
    };

    /// <summary>A duration, for example <c>840 µs</c>, <c>12.5 ms</c>, <c>1.25 s</c>, <c>4 min 5 s</c>, <c>2 h 0 min</c>.</summary>
    public static string Time(TimeSpan time)
    {
        var seconds = time.TotalSeconds;
        return seconds switch
        {
            < 0.0009995 => $"{Significant(seconds * 1e6)} µs",
            < 0.9995 => $"{Significant(seconds * 1e3)} ms",
            < 99.95 => $"{Significant(seconds)} s",
            < 3599.5 => $"{(long)Math.Round(seconds) / 60} min {(long)Math.Round(seconds) % 60} s",
            _ => $"{(long)Math.Round(seconds / 60) / 60} h {(long)Math.Round(seconds / 60) % 60} min",
        };
    }

    /// <summary>A number of bytes in binary units, for example <c>84.0 MiB</c>.</summary>
    public static string Memory(long bytes)
    {
        var unit = 0;
        double value = bytes;
        while (value >= 999.5 && unit < MemoryUnits.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return unit == 0 ? $"{bytes} B" : $"{Significant(value)} {MemoryUnits[unit]}";
    }

    /// <summary>A count with thousands separated, for example <c>10,532</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // In whole numbers: the formatting of floating-point numbers is a hundred methods that a short run would have to load.
    private static string Significant(double value)
    {
        var scale = value switch { < 9.995 => 100, < 99.95 => 10, _ => 1 };
        var scaled = (long)((value * scale) + 0.5);
        var whole = (scaled / scale).ToString(CultureInfo.InvariantCulture);
        var fraction = (scaled % scale).ToString(CultureInfo.InvariantCulture);
        return scale == 1 ? whole : scale == 100 && fraction.Length == 1 ? $"{whole}.0{fraction}" : $"{whole}.{fraction}";
    }
}
