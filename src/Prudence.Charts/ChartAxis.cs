using System.Globalization;

namespace Prudence.Charts;

/// <summary>Maps values to places between 0 and 1, with ticks at round values.</summary>
public sealed class ChartAxis
{
    private const int WantedTicks = 5;
    private static readonly double[] HourSteps = [1, 2, 3, 6, 12, 24, 48, 96, 168];

    private readonly double minimum;
    private readonly double maximum;
    private readonly bool isLogarithmic;

    private ChartAxis(double minimum, double maximum, bool isLogarithmic, IReadOnlyList<double> ticks, Func<double, string>? label = null)
    {
        (this.minimum, this.maximum, this.isLogarithmic) = (minimum, maximum, isLogarithmic);
        Ticks = ticks;
        Labels = [.. ticks.Select(label ?? Label)];
    }

    /// <summary>The values to label.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>What stands at each tick.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>An axis that ends at round values around the given ones.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="isWhole">True if values between whole numbers make no sense.</param>
    /// <param name="label">Writes a tick; <see cref="Label"/> if null.</param>
    public static ChartAxis Linear(double low, double high, bool isWhole, Func<double, string>? label = null)
    {
        high = high > low ? high : low + 1;
        var step = Step((high - low) / WantedTicks, isWhole);
        var (first, last) = (Math.Floor(low / step), Math.Ceiling(high / step));
        var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 12)).ToArray();
        return new ChartAxis(ticks[0], ticks[^1], isLogarithmic: false, ticks, label);
    }

    /// <summary>An axis that ends at the given values, with ticks at the round ones between them.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="label">Writes a tick; <see cref="Label"/> if null.</param>
    public static ChartAxis Between(double low, double high, Func<double, string>? label = null)
    {
        var rounded = Linear(low, high, isWhole: false);
        high = high > low ? high : low + 1;
        return new ChartAxis(low, high, isLogarithmic: false, [.. rounded.Ticks.Where(tick => tick >= low && tick <= high)], label);
    }

    /// <summary>An axis on which every factor of ten is as long as the next. It begins at a power of ten and ends at the highest value.</summary>
    /// <param name="low">The lowest value, above 0.</param>
    /// <param name="high">The highest value.</param>
    public static ChartAxis Logarithmic(double low, double high)
    {
        var first = (int)Math.Floor(Math.Log10(low));
        var last = (int)Math.Floor(Math.Log10(high));
        high = Math.Max(high, Math.Pow(10, first) * 2);
        double[] factors = last - first <= 2 ? [1, 2, 5] : [1];
        var ticks = Enumerable.Range(first, last - first + 1)
            .SelectMany(exponent => factors.Select(factor => factor * Math.Pow(10, exponent)))
            .Where(tick => tick <= high);
        return new ChartAxis(Math.Pow(10, first), high, isLogarithmic: true, [.. ticks]);
    }

    /// <summary>An axis of time, in hours since its beginning, with ticks at round times of the day or at midnights.</summary>
    /// <param name="start">Its beginning.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="zone">Where the day begins.</param>
    /// <param name="mostTicks">How many ticks there is room for.</param>
    public static ChartAxis Time(DateTimeOffset start, TimeSpan length, TimeZoneInfo zone, int mostTicks)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var step = Array.Find(HourSteps, hours => length.TotalHours / hours <= mostTicks);
        step = step > 0 ? step : Math.Ceiling(length.TotalDays / mostTicks) * 24;
        var local = TimeZoneInfo.ConvertTime(start, zone).DateTime;
        List<double> ticks = [];
        for (var at = local.Date; ; at = at.AddHours(step))
        {
            var hours = (new DateTimeOffset(at, zone.GetUtcOffset(at)) - start).TotalHours;
            if (hours > length.TotalHours)
            {
                return new ChartAxis(0, length.TotalHours, isLogarithmic: false, ticks, TimeLabel);
            }

            if (hours >= 0)
            {
                ticks.Add(hours);
            }
        }

        string TimeLabel(double hours) =>
            TimeZoneInfo.ConvertTime(start.AddHours(hours), zone).ToString(step < 24 ? "HH:mm" : length.TotalDays <= 14 ? "ddd d" : "d MMM", CultureInfo.InvariantCulture);
    }

    /// <summary>The place of a value, 0 at the beginning of the axis and 1 at its end.</summary>
    public double Place(double value) => isLogarithmic
        ? Math.Log10(Math.Max(value, minimum) / minimum) / Math.Log10(maximum / minimum)
        : (value - minimum) / (maximum - minimum);

    /// <summary>A tick as people write it.</summary>
    public static string Label(double value) => Math.Abs(value) switch
    {
        >= 1e9 => $"{Short(value / 1e9)} G",
        >= 1e6 => $"{Short(value / 1e6)} M",
        >= 1e4 => $"{Short(value / 1e3)} k",
        _ => Short(value),
    };

    private static string Short(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The round number, 1, 2 or 5 times a power of ten, that is next above.</summary>
    private static double Step(double least, bool isWhole)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = power * (least / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        return isWhole ? Math.Max(1, step) : step;
    }
}
