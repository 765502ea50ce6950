using Microsoft.Extensions.AI;
using Prudence.Testing;
using static Prudence.Budgeting.Metering.Tests.Meters;

namespace Prudence.Budgeting.Metering.Tests;

/// <summary>What is charged for each way in which providers report usage, streamed and buffered.</summary>
public sealed class UsageVerdictTests
{
    private const int MaxOutput = 100;
    private static readonly long Bound = Question[0].Text.Length + (2 * 16);

    [Theory]
    [InlineData(UsagePlacement.End)]
    [InlineData(UsagePlacement.WithLastPiece)]
    [InlineData(UsagePlacement.WithEveryPiece)]
    [InlineData(UsagePlacement.WithFinish)]
    public async Task Usage_counts_wherever_it_stands(UsagePlacement placement)
    {
        var answer = ScriptedAnswer.Saying("8,849", " m", " above the sea").Using(20, 9).Reporting(UsageReport.Truthful.At(placement));

        var charge = await StreamAsync(answer);

        Assert.Equal(NanoDollars(20, 9), charge.Amounts[Resource.Money]);
        Assert.Equal(ChargeMarks.None, charge.Marks & ~ChargeMarks.UsageRepeated);
    }

    [Fact]
    public async Task A_report_of_the_input_ahead_of_the_answer_is_added_to_by_the_one_at_its_end()
    {
        var answer = ScriptedAnswer.Saying("8,849", " m").Using(20, 9)
            .Reporting(UsageReport.Saying(new UsageDetails { InputTokenCount = 20, OutputTokenCount = 1 }).At(UsagePlacement.Start),
                UsageReport.Saying(new UsageDetails { OutputTokenCount = 9 }));

        var charge = await StreamAsync(answer);

        Assert.Equal((20, 9), (charge.Usage.InputTokens, charge.Usage.OutputTokens));
    }

    [Fact]
    public async Task Usage_reported_twice_is_charged_once()
    {
        var answer = ScriptedAnswer.Saying("8,849", " m").Using(20, 9).Reporting(UsageReport.Truthful, UsageReport.Truthful);

        var charge = await StreamAsync(answer);

        Assert.Equal((NanoDollars(20, 9), ChargeMarks.UsageRepeated), (charge.Amounts[Resource.Money], charge.Marks));
    }

    [Theory]
    [InlineData(UsageDistortion.Zero, ChargeMarks.UsageMissing)]
    [InlineData(UsageDistortion.Empty, ChargeMarks.UsageMissing)]
    [InlineData(UsageDistortion.Negative, ChargeMarks.UsageMissing | ChargeMarks.UsageImpossible)]
    [InlineData(UsageDistortion.Absurd, ChargeMarks.UsageMissing | ChargeMarks.UsageImpossible)]
    public async Task A_report_that_cannot_be_is_charged_at_its_bound(UsageDistortion distortion, ChargeMarks marks)
    {
        var answer = ScriptedAnswer.Saying("8,849", " m").Using(20, 9).Reporting(UsageReport.Wrong(distortion));

        foreach (var charge in new[] { await StreamAsync(answer), await BufferAsync(answer) })
        {
            Assert.Equal((charge.Held[Resource.Money], marks), (charge.Amounts[Resource.Money], charge.Marks));
            Assert.Equal((Bound, MaxOutput), (charge.Usage.InputTokens, charge.Usage.OutputTokens));
        }
    }

    [Fact]
    public async Task A_count_no_model_reaches_is_an_error_and_no_overrun()
    {
        var charge = await BufferAsync(ScriptedAnswer.Saying("8,849 m").Reporting(UsageReport.Saying(20, 200_000_000)));

        Assert.Equal((charge.Held[Resource.Money], ChargeMarks.UsageImpossible), (charge.Amounts[Resource.Money], charge.Marks));
    }

    [Fact]
    public async Task Without_any_report_the_bound_is_charged()
    {
        var answer = ScriptedAnswer.Saying("8,849", " m").Reporting();

        foreach (var charge in new[] { await StreamAsync(answer), await BufferAsync(answer) })
        {
            Assert.Equal((charge.Held[Resource.Money], ChargeMarks.UsageMissing), (charge.Amounts[Resource.Money], charge.Marks));
        }
    }

    [Fact]
    public async Task A_report_at_the_end_of_an_answer_that_gives_no_reason_for_it_is_not_the_last_word()
    {
        var charge = await StreamAsync(ScriptedAnswer.Saying("8,849", " m").FinishingWith(null).Reporting(UsageReport.Saying(20, 1)));

        Assert.Equal((20, MaxOutput, ChargeMarks.CutShort), (charge.Usage.InputTokens, charge.Usage.OutputTokens, charge.Marks));
    }

    [Fact]
    public async Task Half_a_report_leaves_the_other_half_at_its_bound()
    {
        var charge = await BufferAsync(ScriptedAnswer.Saying("8,849 m").Reporting(UsageReport.Saying(new UsageDetails { OutputTokenCount = 9 })));

        Assert.Equal((Bound, 9, ChargeMarks.UsageMissing), (charge.Usage.InputTokens, charge.Usage.OutputTokens, charge.Marks));
    }

    [Fact]
    public async Task Cached_tokens_beyond_the_input_are_beside_it()
    {
        var report = UsageReport.Saying(new UsageDetails { InputTokenCount = 10, CachedInputTokenCount = 25, OutputTokenCount = 9 });
        var charge = await BufferAsync(ScriptedAnswer.Saying("8,849 m").Reporting(report));

        Assert.Equal((35, 25, ChargeMarks.UsageCorrected), (charge.Usage.InputTokens, charge.Usage.CachedReadTokens, charge.Marks));
        Assert.Equal(NanoDollars(35, 9, cached: 25), charge.Amounts[Resource.Money]);
    }

    [Fact]
    public async Task Reasoning_beyond_the_output_is_beside_it()
    {
        var report = UsageReport.Saying(new UsageDetails { InputTokenCount = 10, OutputTokenCount = 9, ReasoningTokenCount = 30 });
        var charge = await BufferAsync(ScriptedAnswer.Saying("8,849 m").Reporting(report));

        Assert.Equal((39, 30, ChargeMarks.UsageCorrected), (charge.Usage.OutputTokens, charge.Usage.ReasoningTokens, charge.Marks));
    }

    [Fact]
    public async Task An_answer_that_a_filter_emptied_may_have_no_output()
    {
        var charge = await BufferAsync(ScriptedAnswer.Saying().FinishingWith(ChatFinishReason.ContentFilter).Reporting(UsageReport.Saying(20, 0)));

        Assert.Equal((20, 0, ChargeMarks.None), (charge.Usage.InputTokens, charge.Usage.OutputTokens, charge.Marks));
        Assert.Equal(NanoDollars(20, 0), charge.Amounts[Resource.Money]);
    }

    [Fact]
    public async Task Tokens_written_to_a_cache_come_under_the_names_that_adapters_use()
    {
        var details = new UsageDetails { InputTokenCount = 30, OutputTokenCount = 9, AdditionalCounts = new() { ["CacheCreationInputTokens"] = 20 } };
        using var client = Metered(
            Purse(),
            Options with { Model = "claude-sonnet-4-5", Provider = "anthropic" },
            ScriptedAnswer.Saying("8,849 m").Reporting(UsageReport.Saying(details)));

        var answer = await client.TryGetResponseAsync(Question, new ChatOptions { ModelId = "claude-sonnet-4-5" });

        Assert.Equal(20, answer.Charge!.Usage.CachedWriteTokens);
        Assert.Equal((10 * 3_000) + (20 * 3_750) + (9 * 15_000), answer.Charge.Amounts[Resource.Money]);
    }

    private static async Task<Charge> StreamAsync(ScriptedAnswer answer)
    {
        using var client = Metered(Purse(), answer);
        var updates = await ReadAsync(client.GetStreamingResponseAsync(Question, new ChatOptions { MaxOutputTokens = MaxOutput }));
        Assert.All(updates.SkipLast(1), static update => Assert.Null(update.FindCharge()));
        return updates[^1].FindCharge()!;
    }

    private static async Task<Charge> BufferAsync(ScriptedAnswer answer)
    {
        using var client = Metered(Purse(), answer);
        return (await client.TryGetResponseAsync(Question, new ChatOptions { MaxOutputTokens = MaxOutput })).Charge!;
    }
}
