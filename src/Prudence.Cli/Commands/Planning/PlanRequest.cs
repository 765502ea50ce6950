using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Planning;

/// <summary>What a person asked of <c>prudence plan</c>.</summary>
/// <param name="First">The domain, or the problem if it is the only file.</param>
/// <param name="Second">The problem.</param>
internal sealed record PlanRequest(string First, string? Second)
{
    public required string Search { get; init; }

    public bool UseH2Mutexes { get; init; }

    public string? Time { get; init; }

    public string? Memory { get; init; }

    public long? Expansions { get; init; }

    /// <summary>The limits as a budget.</summary>
    /// <exception cref="UserErrorException">A limit cannot be read.</exception>
    public Budget ToBudget()
    {
        var budget = Budget.Unlimited;
        if (Time is not null)
        {
            budget = budget with { Time = BudgetParser.TryParseTime(Time, out var time, out var error) ? time : throw Bad("--time", error) };
        }

        if (Memory is not null)
        {
            budget = budget with { MemoryBytes = BudgetParser.TryParseMemory(Memory, out var bytes, out var error) ? bytes : throw Bad("--memory", error) };
        }

        if (Expansions is { } expansions)
        {
            budget = budget with { Expansions = expansions > 0 ? expansions : throw Bad("--expansions", "a number of expansions is at least 1") };
        }

        return budget;
    }

    private static UserErrorException Bad(string option, string error) => new(ExitCode.BadCommandLine, $"{option}: {error}");
}
