namespace Prudence.Bench.Planning.Results;

/// <summary>Ratios of one figure over many tasks: their geometric mean with a 95 % interval (normal in the logarithm), and their range.</summary>
/// <param name="Count">The number of tasks.</param>
/// <param name="Suites">The number of suites they come from.</param>
internal sealed record RatioSummary(int Count, int Suites, double Mean, double Low, double High, double Smallest, double Largest)
{
    /// <summary>Summarises; null without any ratio.</summary>
    public static RatioSummary? Of(IEnumerable<(string Suite, double Ratio)> ratios)
    {
        var all = ratios.Where(static pair => pair.Ratio > 0 && double.IsFinite(pair.Ratio)).ToArray();
        if (all.Length == 0)
        {
            return null;
        }

        var logs = Array.ConvertAll(all, static pair => Math.Log(pair.Ratio));
        var mean = logs.Average();
        var variance = logs.Length == 1 ? 0 : logs.Sum(log => (log - mean) * (log - mean)) / (logs.Length - 1);
        var half = 1.96 * Math.Sqrt(variance / logs.Length);
        return new RatioSummary(
            all.Length,
            all.Select(static pair => pair.Suite).Distinct(StringComparer.Ordinal).Count(),
            Math.Exp(mean),
            Math.Exp(mean - half),
            Math.Exp(mean + half),
            Math.Exp(logs.Min()),
            Math.Exp(logs.Max()));
    }
}
