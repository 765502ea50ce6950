// Tests code that asks a model without a model: scripts, seeds, cassettes.
using System.Net;
using Microsoft.Extensions.AI;
using Prudence.Testing;
using Testing;

await ScriptAsync();
await FaultsAsync();
await ClockAsync();
await SeedAsync();
await CassetteAsync();

static async Task ScriptAsync()
{
    var model = new ScriptedChatClient(
        ScriptedAnswer.Saying("Budgets ", "hold.").CutAfter(1),
        ScriptedAnswer.Saying("Budgets ", "hold.").Using(input: 120, output: 3));

    var summary = await new Summariser(model).SummariseAsync("a long text");

    Console.WriteLine($"{summary} after {model.Calls.Count} calls, the first {model.Calls[0].Outcome}, the second {model.Calls[1].Outcome}");
}

static async Task FaultsAsync()
{
    ScriptedAnswer[] script =
    [
        ScriptedAnswer.Failing(() => new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests)),
        ScriptedAnswer.Saying("a", "b").FailingAfter(1, () => new IOException("The connection was reset")),
        ScriptedAnswer.Saying("a", "b").FailingBeforeUsage(() => new IOException("The connection was reset")),
        ScriptedAnswer.Saying("a", "b").CutAfter(1),
        ScriptedAnswer.Saying("a", "b").FinishingWith(null),
        ScriptedAnswer.Saying("a", "b").Reporting(),
        ScriptedAnswer.Saying("a", "b").Reporting(UsageReport.Truthful, UsageReport.Truthful),
        ScriptedAnswer.Saying("a", "b").Reporting(UsageReport.Wrong(UsageDistortion.Absurd)),
        ScriptedAnswer.Saying("a", "b").Reporting(UsageReport.Truthful.At(UsagePlacement.WithLastPiece)),
        ScriptedAnswer.Saying("a", "b").IgnoringCancellation(),
    ];
    var model = new ScriptedChatClient(script);
    foreach (var _ in script)
    {
        try
        {
            await model.GetStreamingResponseAsync("What holds?").ToChatResponseAsync();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // What the code to be tested makes of it is what the test is about.
        }
    }

    Console.WriteLine(string.Join(' ', model.Calls.Select(call => $"{call.Outcome}:{call.Updates}")));
}

static async Task ClockAsync()
{
    var clock = new ManualClock();
    var answer = ScriptedAnswer.Saying("late").Delayed(TimeSpan.FromMinutes(5));
    var model = new ScriptedChatClient([answer], new ScriptedChatClientOptions { Clock = clock });

    var asking = model.GetResponseAsync("When?");
    await clock.WaitForTimersAsync(1);
    clock.Advance(TimeSpan.FromMinutes(5));

    Console.WriteLine($"{(await asking).Text}, at {clock.GetUtcNow():HH:mm}");
}

static async Task SeedAsync()
{
    var model = ScriptedChatClient.FromSeed(42, AnswerProfile.Hostile);
    for (var i = 0; i < 100; i++)
    {
        try
        {
            await model.GetResponseAsync("What holds?", new ChatOptions { MaxOutputTokens = 20 });
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // What the code to be tested makes of it is what the test is about.
        }
    }

    var truth = model.Calls.Sum(call => call.Used.OutputTokenCount);
    Console.WriteLine($"{model.Calls.Count(call => call.Outcome == CallOutcome.Completed)} of 100 calls went well, {truth} tokens of output in truth");
}

static async Task CassetteAsync()
{
    var file = Path.Combine(Path.GetTempPath(), $"prudence-{Guid.NewGuid():N}", "summaries.jsonl");
    var realModel = new ScriptedChatClient(ScriptedAnswer.Saying("Budgets hold. ", "The key was sk-", "abcdefghijklmnopqrstuvwxyz."));
    using (var cassette = await Cassette.OpenAsync(file))
    {
        var recorder = new CassetteChatClient(realModel, cassette, CassetteMode.ReplayOrRecord);
        await new Summariser(recorder).SummariseAsync("a long text");
    }

    using (var cassette = await Cassette.OpenAsync(file, new CassetteOptions { ModelId = "scripted" }))
    {
        var player = new CassetteChatClient(cassette);
        Console.WriteLine(await new Summariser(player).SummariseAsync("a long text"));

        var stale = await cassette.RemoveStaleAsync();
        Console.WriteLine($"{stale.Count} recorded answers were not asked for");

        try
        {
            await new Summariser(player).SummariseAsync("another text");
        }
        catch (CassetteMissException miss)
        {
            Console.WriteLine(miss.Message.Replace(file, "summaries.jsonl", StringComparison.Ordinal));
        }
    }

    Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
}
