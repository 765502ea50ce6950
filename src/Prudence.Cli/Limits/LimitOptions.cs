using System.CommandLine;
using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Limits;

/// <summary>The options of commands that work inside a budget.</summary>
internal sealed class LimitOptions
{
    /// <summary>What is used of the machine's memory if nobody says otherwise; the rest is for everybody else.</summary>
    private const double DefaultShareOfMemory = 0.75;

    public Option<string?> Time { get; } = new("--time", "-t") { Description = "The most time to take, such as 500ms, 60s, 5min.", HelpName = "TIME" };

    public Option<string?> Memory { get; } = new("--memory", "-m")
    {
        Description = "The most memory to use, such as 512MiB, 4GiB; by default three quarters of what the machine or container has "
            + $"(here {AmountFormat.Memory(DefaultMemory)}).",
        HelpName = "SIZE",
    };

    public Option<string?> Expansions { get; } = new("--expansions") { Description = "The most states to expand.", HelpName = "N" };

    private static long DefaultMemory => (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * DefaultShareOfMemory);

    /// <summary>The limits.</summary>
    /// <exception cref="UserErrorException">A limit cannot be read.</exception>
    public RunLimits Read(ParseResult result) => Limits(result.GetValue(Time), result.GetValue(Memory), result.GetValue(Expansions));

    /// <summary>The limits, for a command that expands no states.</summary>
    /// <exception cref="UserErrorException">A limit cannot be read.</exception>
    public RunLimits ReadWithoutExpansions(ParseResult result) => Limits(result.GetValue(Time), result.GetValue(Memory), expansions: null);

    /// <summary>The limits.</summary>
    /// <exception cref="UserErrorException">A limit cannot be read.</exception>
    private static RunLimits Limits(string? time, string? memory, string? expansions) => new()
    {
        Time = time is null ? null : RunLimitsParser.TryParseTime(time, out var limit, out var timeError) ? limit : throw Bad("--time", timeError),
        MemoryBytes = memory is null ? DefaultMemory
            : RunLimitsParser.TryParseMemory(memory, out var bytes, out var memoryError) ? bytes : throw Bad("--memory", memoryError),
        Expansions = expansions is null ? null
            : RunLimitsParser.TryParseCount(expansions, out var count, out var countError) ? count : throw Bad("--expansions", countError),
    };

    private static UserErrorException Bad(string option, string error) => new(ExitCode.BadCommandLine, $"{option}: {error}");
}
