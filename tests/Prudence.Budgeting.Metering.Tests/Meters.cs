using Microsoft.Extensions.AI;
using Prudence.Testing;

namespace Prudence.Budgeting.Metering.Tests;

/// <summary>What the tests here share: prices, questions, and a client under a budget.</summary>
internal static class Meters
{
    /// <summary>The day the prices are those of.</summary>
    public static ManualClock Clock { get; } = new(new DateTimeOffset(2026, 7, 25, 12, 0, 0, TimeSpan.Zero));

    /// <summary>A million tokens of input cost $2.50, of which cached $1.25, a million of output $10: as in the tables that come along.</summary>
    public const string Model = "gpt-4o";

    public static MeteringOptions Options { get; } = new() { Model = Model, Provider = "openai", Clock = Clock };

    public static IReadOnlyList<ChatMessage> Question { get; } = [new(ChatRole.User, "How high is the highest mountain?")];

    public static Budget Purse(string dollars = "$1", params IReadOnlyList<BudgetLimit> more) =>
        Budget.Create("team", new ScopeOptions { Limits = [new BudgetLimit(Money.Parse(dollars)), .. more] }, new BudgetOptions { Clock = Clock });

    public static MeteredChatClient Metered(Budget budget, params IReadOnlyList<ScriptedAnswer> answers) => Metered(budget, Options, answers);

    public static MeteredChatClient Metered(Budget budget, MeteringOptions options, params IReadOnlyList<ScriptedAnswer> answers) =>
        new(new ScriptedChatClient(answers, new ScriptedChatClientOptions { ModelId = Model }), budget, options);

    /// <summary>The price of a number of tokens, in nano-dollars.</summary>
    public static long NanoDollars(long input, long output, long cached = 0) => ((input - cached) * 2_500) + (cached * 1_250) + (output * 10_000);

    public static async Task<IReadOnlyList<ChatResponseUpdate>> ReadAsync(IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in stream)
        {
            updates.Add(update);
        }

        return updates;
    }
}
