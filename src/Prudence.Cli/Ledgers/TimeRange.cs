using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>The time from an instant on, to just before another.</summary>
/// <param name="Since">The first instant.</param>
/// <param name="Until">The first instant that is past it.</param>
internal readonly record struct TimeRange(DateTimeOffset Since, DateTimeOffset Until)
{
    public bool Contains(DateTimeOffset time) => time >= Since && time < Until;

    /// <summary>The range for people; empty if it has no ends.</summary>
    public override string ToString() => (Since > DateTimeOffset.MinValue, Until < DateTimeOffset.MaxValue) switch
    {
        (true, true) => $"from {InstantText.Write(Since)} to {InstantText.Write(Until)}",
        (true, false) => $"since {InstantText.Write(Since)}",
        (false, true) => $"before {InstantText.Write(Until)}",
        _ => "",
    };
}
