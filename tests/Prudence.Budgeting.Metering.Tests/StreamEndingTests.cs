using Microsoft.Extensions.AI;
using Prudence.Budgeting.Prices;
using Prudence.Testing;
using static Prudence.Budgeting.Metering.Tests.Meters;

namespace Prudence.Budgeting.Metering.Tests;

/// <summary>However a stream ends, something is charged, no more than was held unless that is said, and nothing stays held.</summary>
public sealed class StreamEndingTests
{
    private static readonly ScriptedAnswer Answer = ScriptedAnswer.Saying().ThenReasoning("Think", " of the Himalaya").ThenSaying("8,849", " metres", " above", " the sea")
        .Using(input: 21, output: 17, reasoning: 6);

    /// <summary>The input ahead of the answer, the output after it.</summary>
    private static readonly ScriptedAnswer Split = Answer.Reporting(
        UsageReport.Saying(new UsageDetails { InputTokenCount = 21, OutputTokenCount = 1 }).At(UsagePlacement.Start),
        UsageReport.Saying(new UsageDetails { OutputTokenCount = 17, ReasoningTokenCount = 6 }));

    public static TheoryData<bool, int> CutPoints()
    {
        var points = new TheoryData<bool, int>();
        foreach (var isSplit in new[] { false, true })
        {
            for (var updates = 0; updates <= (isSplit ? 9 : 8); updates++)
            {
                points.Add(isSplit, updates);
            }
        }

        return points;
    }

    [Theory]
    [MemberData(nameof(CutPoints))]
    public Task A_stream_that_is_cut(bool isSplit, int updates) =>
        EndAsync(isSplit, answer => answer.CutAfter(updates), static stream => ReadAsync(stream));

    [Theory]
    [MemberData(nameof(CutPoints))]
    public Task A_stream_that_fails(bool isSplit, int updates) => EndAsync(
        isSplit,
        answer => answer.FailingAfter(updates, static () => new IOException("reset")),
        static stream => Assert.ThrowsAsync<IOException>(() => ReadAsync(stream)));

    [Theory]
    [MemberData(nameof(CutPoints))]
    public Task A_stream_nobody_reads_to_the_end(bool isSplit, int updates) => EndAsync(isSplit, static answer => answer, async stream =>
    {
        var left = updates;
        await foreach (var _ in stream)
        {
            if (--left <= 0)
            {
                break;
            }
        }
    });

    [Theory]
    [MemberData(nameof(CutPoints))]
    public async Task A_stream_that_is_cancelled(bool isSplit, int updates)
    {
        using var stop = new CancellationTokenSource();
        await EndAsync(isSplit, answer => answer.SilentAfter(updates), stream => Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var seen = 0;
            if (updates == 0)
            {
                var reading = ReadAsync(stream);
                await stop.CancelAsync();
                await reading;
            }

            await foreach (var _ in stream)
            {
                if (++seen == updates)
                {
                    await stop.CancelAsync();
                }
            }
        }), stop.Token);
    }

    [Fact]
    public async Task A_stream_that_ended_is_charged_as_reported()
    {
        foreach (var answer in new[] { Answer, Split })
        {
            var charge = await EndAsync(answer, static stream => ReadAsync(stream));
            Assert.Equal(NanoDollars(21, 17), charge.Amounts[Resource.Money]);
        }
    }

    [Fact]
    public async Task A_stream_that_fails_after_its_last_word_is_charged_as_reported()
    {
        var charge = await EndAsync(
            Answer.FailingAfter(8, static () => new IOException("reset")), static stream => Assert.ThrowsAsync<IOException>(() => ReadAsync(stream)));

        Assert.Equal((NanoDollars(21, 17), ChargeMarks.None), (charge.Amounts[Resource.Money], charge.Marks));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ten_thousand_mixed_failures(long seed)
    {
        const int Calls = 5_000;
        var purse = Purse("$1000000");
        var charges = new List<Charge>();
        var model = ScriptedChatClient.FromSeed(seed, AnswerProfile.Hostile with { MaxDelay = TimeSpan.Zero }, new() { ModelId = Model });
        using var client = new MeteredChatClient(model, purse, Options with { OnCharged = charges.Add });
        for (var call = 0; call < Calls; call++)
        {
            await TryAsync(client, isStreaming: call % 3 != 0, stopAfter: call % 7 == 0 ? call % 5 : int.MaxValue);
            CheckCharge(charges[call], model.Calls[call]);
        }

        Assert.Equal(Calls, charges.Count);
        Assert.Equal((charges.Sum(static charge => charge.Amounts[Resource.Money]), 0), purse.Of(Resource.Money));
        Assert.Contains(charges, static charge => charge.Marks.HasFlag(ChargeMarks.CutShort));
        Assert.Contains(charges, static charge => charge.Marks.HasFlag(ChargeMarks.UsageImpossible));
        Assert.Contains(charges, static charge => charge.Marks == ChargeMarks.None);
    }

    [Fact]
    public async Task A_streamed_and_a_buffered_twin_cost_the_same_at_the_prices_of_every_model()
    {
        var models = PriceBook.Default.Models.Where(static model => model.PriceAt(Clock.GetUtcNow()) is { } price
            && price[PriceComponent.Input] is not null && price[PriceComponent.Output] is not null).ToList();
        var purse = Purse("$9000000000");
        for (var index = 0; index < models.Count; index++)
        {
            var options = Options with { Model = models[index].Name, Provider = models[index].Provider };
            var input = 1 + ((long)index * 7919 % 300_000);
            var answer = ScriptedAnswer.Saying("8,849", " m").Using(input, 1 + (index % 4000), cached: input / 3, reasoning: index % 2);

            var buffered = await BufferAsync(purse, options, answer);
            var streamed = await StreamAsync(purse, options, answer);

            Assert.Equal(buffered, streamed);
            Assert.True(buffered.Marks.HasFlag(ChargeMarks.NotPriced) || buffered.Amounts[Resource.Money] > 0 || models[index].PriceAt(Clock.GetUtcNow())!.Priced.All(IsFree));

            bool IsFree(PriceComponent component) => models[index].PriceAt(Clock.GetUtcNow())![component]!.Dearest(0) == default;
        }

        Assert.True(models.Count > 1_000);
        Assert.Equal(0, purse.Of(Resource.Money).Held);
    }

    private static Task<Charge> EndAsync(
        bool isSplit,
        Func<ScriptedAnswer, ScriptedAnswer> breaking,
        Func<IAsyncEnumerable<ChatResponseUpdate>, Task> read,
        CancellationToken cancellation = default) => EndAsync(breaking(isSplit ? Split : Answer), read, cancellation);

    /// <summary>Plays one answer and says what was charged for it.</summary>
    private static async Task<Charge> EndAsync(
        ScriptedAnswer answer, Func<IAsyncEnumerable<ChatResponseUpdate>, Task> read, CancellationToken cancellation = default)
    {
        var purse = Purse();
        var charges = new List<Charge>();
        var model = new ScriptedChatClient([answer], new ScriptedChatClientOptions { ModelId = Model });
        using var client = new MeteredChatClient(model, purse, Options with { OnCharged = charges.Add });

        await read(client.GetStreamingResponseAsync(Question, new ChatOptions { MaxOutputTokens = 100 }, cancellation));

        var charge = Assert.Single(charges);
        Assert.Equal((charge.Amounts[Resource.Money], 0), purse.Of(Resource.Money));
        CheckCharge(charge, model.Calls.Single());
        return charge;
    }

    /// <summary>Something, no more than was held, and never less than was used in truth unless the provider itself said less.</summary>
    private static void CheckCharge(Charge charge, ScriptedCall call)
    {
        var (held, charged) = (charge.Held[Resource.Money], charge.Amounts[Resource.Money]);
        if (charge.Marks == ChargeMarks.Free)
        {
            Assert.Equal((0, 0, CallOutcome.Failed), (charged, call.Updates, call.Outcome));
            return;
        }

        Assert.InRange(charged, 1, charge.Marks.HasFlag(ChargeMarks.Overrun) ? long.MaxValue : held);
        var used = call.Used;
        Assert.True(charge.Usage.OutputTokens >= used.OutputTokenCount, $"{charge} for {used.OutputTokenCount} tokens");
    }

    private static async Task TryAsync(MeteredChatClient client, bool isStreaming, int stopAfter)
    {
        try
        {
            var options = new ChatOptions { MaxOutputTokens = 200 };
            if (!isStreaming)
            {
                await client.GetResponseAsync(Question, options);
                return;
            }

            var seen = 0;
            await foreach (var _ in client.GetStreamingResponseAsync(Question, options))
            {
                if (seen++ == stopAfter)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // What the model does to its callers; the charges are what is looked at.
        }
    }

    private static async Task<Charge> BufferAsync(Budget purse, MeteringOptions options, ScriptedAnswer answer)
    {
        using var client = new MeteredChatClient(new ScriptedChatClient([answer], new() { ModelId = options.Model! }), purse, options);
        return (await client.TryGetResponseAsync(Question)).Charge!;
    }

    private static async Task<Charge> StreamAsync(Budget purse, MeteringOptions options, ScriptedAnswer answer)
    {
        using var client = new MeteredChatClient(new ScriptedChatClient([answer], new() { ModelId = options.Model! }), purse, options);
        return (await ReadAsync(client.GetStreamingResponseAsync(Question)))[^1].FindCharge()!;
    }
}
