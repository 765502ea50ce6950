using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Seeds;

public sealed class SeededModelTests
{
    private const int Calls = 4_000;

    private static readonly ChatOptions Options = new()
    {
        MaxOutputTokens = 20,
        Tools = [AIFunctionFactory.CreateDeclaration("look", "Looks.", System.Text.Json.JsonDocument.Parse("{}").RootElement)],
    };

    [Fact]
    public async Task The_same_seed_plays_the_same_answers()
    {
        Assert.Equal(await Play(7, AnswerProfile.Hostile, 300), await Play(7, AnswerProfile.Hostile, 300));
        Assert.NotEqual(await Play(7, AnswerProfile.Hostile, 300), await Play(8, AnswerProfile.Hostile, 300));
    }

    /// <summary>Guards the draws against changes: seeds that people wrote down keep their meaning.</summary>
    [Fact]
    public async Task A_seed_means_the_same_for_ever() =>
        Assert.Equal(
            [
                "nothing ||Überall ||is spent ||finish||usage 7 8||usage 7 8 ",
                "and ||twice. ||is spent ||预算 ||twice. ||holds, ||finish ",
                "nothing ||is spent ||the budget ||预算 ||the budget ||Überall ||gut ||holds, ||finish ",
                " The model is not available (429)",
            ],
            await Play(1, AnswerProfile.Hostile, 4));

    [Fact]
    public async Task An_honest_model_reports_what_it_used_and_keeps_to_the_most_output()
    {
        var model = ScriptedChatClient.FromSeed(3, AnswerProfile.Honest);
        for (var i = 0; i < 500; i++)
        {
            var response = await model.GetResponseAsync("What holds?", Options);
            var used = model.Calls[i].Used;
            Assert.Equal(CallOutcome.Completed, model.Calls[i].Outcome);
            Assert.Equal((used.InputTokenCount, used.OutputTokenCount, used.CachedInputTokenCount), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.CachedInputTokenCount));
            Assert.InRange(used.OutputTokenCount!.Value, 0, Options.MaxOutputTokens!.Value);
            Assert.True((used.CachedInputTokenCount ?? 0) <= used.InputTokenCount);
        }
    }

    [Fact]
    public async Task Everything_happens_about_as_often_as_the_profile_says()
    {
        var profile = AnswerProfile.Hostile;
        var model = ScriptedChatClient.FromSeed(5, profile);
        for (var i = 0; i < Calls; i++)
        {
            await Reading.UntilError(model.GetStreamingResponseAsync("What holds?", Options));
        }

        Near(profile.FailuresBeforeStart, model, static answer => answer.Break is { Kind: BreakKind.Failure, AfterUpdates: 0 });
        Near(profile.FailuresMidway, model, static answer => answer.Break is { Kind: BreakKind.Failure, AfterUpdates: > 0 });
        Near(profile.FailuresBeforeUsage, model, static answer => answer.Break is { Kind: BreakKind.Failure, AfterUpdates: null });
        Near(profile.CutsMidway, model, static answer => answer.Break is { Kind: BreakKind.Cut, AfterUpdates: > 0 });
        Near(profile.CutsBeforeUsage, model, static answer => answer.Break is { Kind: BreakKind.Cut, AfterUpdates: null });
        Near(profile.IgnoredCancellations, model, static answer => !answer.HeedsCancellation);
        Near(profile.MissingUsage, model, static answer => answer.UsageReports.Count == 0);
        Near(profile.ZeroUsage, model, static answer => Reports(answer, UsageDistortion.Zero));
        Near(profile.NegativeUsage, model, static answer => Reports(answer, UsageDistortion.Negative));
        Near(profile.AbsurdUsage, model, static answer => Reports(answer, UsageDistortion.Absurd));
        Near(profile.CachedAboveInput, model, static answer => Reports(answer, UsageDistortion.CachedAboveInput));
        Near(profile.EmptyUsage, model, static answer => Reports(answer, UsageDistortion.Empty));
        Near(profile.CachedInput, model, static answer => answer.Use!.CachedInputTokenCount is not null);
        Assert.Contains(model.Calls, static call => call.Answer.FinishReason == ChatFinishReason.Length);
        Assert.Contains(model.Calls, static call => call.Answer.FinishReason == ChatFinishReason.ToolCalls);
    }

    [Theory]
    [InlineData("an answer breaks off in one way at most")]
    [InlineData("usage is wrong in one way at most")]
    [InlineData("odds are parts of a thousand")]
    [InlineData("MaxPieces lies from 1 to 10000, not at 0")]
    public void A_profile_that_contradicts_itself_is_refused(string reason)
    {
        var profile = reason[0] switch
        {
            'a' => AnswerProfile.Honest with { CutsMidway = 600, CutsBeforeUsage = 500 },
            'u' => AnswerProfile.Honest with { ZeroUsage = 600, AbsurdUsage = 500 },
            'o' => AnswerProfile.Honest with { UsageTwice = -1 },
            _ => AnswerProfile.Honest with { MaxPieces = 0 },
        };

        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => ScriptedChatClient.FromSeed(1, profile)).Message, StringComparison.Ordinal);
    }

    private static bool Reports(ScriptedAnswer answer, UsageDistortion distortion) => answer.UsageReports is [{ } first, ..] && first.Distortion == distortion;

    /// <summary>Within five standard deviations.</summary>
    private static void Near(int ofThousand, ScriptedChatClient model, Func<ScriptedAnswer, bool> happened)
    {
        var expected = Calls * ofThousand / 1000;
        var spread = (int)Math.Sqrt(Calls * ofThousand / 1000.0 * (1 - ofThousand / 1000.0));
        Assert.InRange(model.Calls.Count(call => happened(call.Answer)), expected - (5 * spread), expected + (5 * spread));
    }

    private static async Task<List<string>> Play(long seed, AnswerProfile profile, int calls)
    {
        var model = ScriptedChatClient.FromSeed(seed, profile);
        var lines = new List<string>();
        for (var i = 0; i < calls; i++)
        {
            var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("What holds?", Options));
            lines.Add($"{Reading.Describe(updates)} {error?.Message}");
        }

        return lines;
    }
}
