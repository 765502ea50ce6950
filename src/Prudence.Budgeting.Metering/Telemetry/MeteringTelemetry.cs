using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Prudence.Budgeting.Metering;

/// <summary>The names under which metered calls appear in OpenTelemetry: add both as a source and as a meter.</summary>
public static class MeteringTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Prudence.Metering";

    // The boundaries that the conventions state.
    private static readonly InstrumentAdvice<long> TokenBoundaries = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864],
    };

    private static readonly InstrumentAdvice<double> DurationBoundaries = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private static readonly Meter Meter = new(Name);

    internal static ActivitySource Source { get; } = new(Name);

    internal static Histogram<long> Tokens { get; } =
        Meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "Tokens of input and output that were charged.", advice: TokenBoundaries);

    internal static Histogram<double> Duration { get; } =
        Meter.CreateHistogram("gen_ai.client.operation.duration", "s", "How long calls took.", advice: DurationBoundaries);

    internal static Counter<long> Spent { get; } = Meter.CreateCounter<long>("prudence.client.cost", "{nano_dollar}", "Money that was charged.");

    internal static Counter<long> Refusals { get; } = Meter.CreateCounter<long>("prudence.client.refusals", "{call}", "Calls that were not made.");

    internal static Counter<long> Overruns { get; } = Meter.CreateCounter<long>("prudence.client.overruns", "{call}", "Calls that used more than was held.");
}
