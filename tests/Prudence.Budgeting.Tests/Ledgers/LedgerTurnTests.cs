namespace Prudence.Budgeting.Tests.Ledgers;

public sealed class LedgerTurnTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly LedgerState state = new();

    [Fact]
    public async Task With_a_store_that_answers_at_once_a_turn_is_one_synchronous_call()
    {
        var turn = new LedgerTurn(state, new InMemoryLedgerStore(), clock);
        LedgerRequest[] first = [Grant("grant"), Reserve("draft"), Reserve("draft")];
        LedgerRequest[] second = [Reserve("draft"), new LedgerRequest { Look = seen => Assert.Equal(2, seen.Head.Sequence) }];

        Assert.True(turn.RunAsync(first).AsTask().IsCompletedSuccessfully);
        Assert.True(turn.RunAsync(second).AsTask().IsCompletedSuccessfully);

        var answers = await Task.WhenAll(first.Append(second[0]).Select(static request => request.Task));
        Assert.Equal([1, 2, 2, 2], answers.Select(static answer => answer.Entry!.Sequence));
        Assert.Equal([false, false, true, true], answers.Select(static answer => answer.IsReplay));
        Assert.Equal(answers[1].Entry, answers[3].Entry);
        Assert.True(second[1].Task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_has_an_answer_before_the_store_has_the_batch(bool isAfter)
    {
        var turn = new LedgerTurn(state, new FaultyLedgerStore(new InMemoryLedgerStore(), 0, isAfter), clock);
        LedgerRequest[] requests = [Grant("grant"), Reserve("draft"), new LedgerRequest { Kind = LedgerEntryKind.Release, HoldId = 77 }];

        await Assert.ThrowsAsync<IOException>(() => turn.RunAsync(requests).AsTask());

        Assert.All(requests, static request => Assert.False(request.Task.IsCompleted));
    }

    private static LedgerRequest Grant(string key) => new LedgerRequest { Kind = LedgerEntryKind.Grant, Scope = "house", Amounts = SampleLedger.Of(10), Key = key }.WithBody();

    private static LedgerRequest Reserve(string key) => new LedgerRequest
    {
        Kind = LedgerEntryKind.Reserve,
        Scope = "house",
        Amounts = SampleLedger.Of(3),
        HoldFor = TimeSpan.FromMinutes(1),
        Key = key,
    }.WithBody();
}
