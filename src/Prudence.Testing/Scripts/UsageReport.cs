using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>One report of usage within an answer: what it says, and where it stands.</summary>
public sealed record UsageReport
{
    private UsageReport()
    {
    }

    /// <summary>An honest report at the end.</summary>
    public static UsageReport Truthful { get; } = new();

    /// <summary>Where it stands.</summary>
    public UsagePlacement Placement { get; private init; }

    /// <summary>How it relates to what was used.</summary>
    public UsageDistortion Distortion { get; private init; }

    /// <summary>What it says whatever was used; null if it follows from what was used.</summary>
    public UsageDetails? Details { get; private init; }

    /// <summary>A report at the end that is wrong in a known way.</summary>
    /// <param name="distortion">The way.</param>
    public static UsageReport Wrong(UsageDistortion distortion) => new() { Distortion = distortion };

    /// <summary>A report at the end that says just this.</summary>
    /// <param name="details">What it says.</param>
    public static UsageReport Saying(UsageDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new() { Details = details };
    }

    /// <summary>A report at the end that says just this.</summary>
    /// <param name="input">Tokens of input, cached ones included.</param>
    /// <param name="output">Tokens of output, reasoning included.</param>
    public static UsageReport Saying(long input, long output) => Saying(UsageCounts.Of(input, output));

    /// <summary>The same report at another place.</summary>
    /// <param name="placement">The place.</param>
    public UsageReport At(UsagePlacement placement) => this with { Placement = placement };

    /// <summary>What it says once <paramref name="used"/> was used.</summary>
    internal UsageDetails Render(UsageDetails used) => Details is { } details ? UsageCounts.Copy(details) : Distortion switch
    {
        UsageDistortion.Zero => UsageCounts.Of(0, 0, 0, 0),
        UsageDistortion.Negative => UsageCounts.Of(-1 - UsageCounts.Input(used), -1 - UsageCounts.Output(used)),
        UsageDistortion.Absurd => UsageCounts.Of(long.MaxValue, long.MaxValue),
        UsageDistortion.CachedAboveInput => UsageCounts.Of(UsageCounts.Input(used), UsageCounts.Output(used), UsageCounts.Input(used) + 1),
        UsageDistortion.Empty => new UsageDetails(),
        _ => UsageCounts.Copy(used),
    };
}
