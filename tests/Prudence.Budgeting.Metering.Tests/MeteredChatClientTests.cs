using Microsoft.Extensions.AI;
using Prudence.Testing;
using static Prudence.Budgeting.Metering.Tests.Meters;

namespace Prudence.Budgeting.Metering.Tests;

public sealed class MeteredChatClientTests
{
    [Fact]
    public async Task A_call_costs_what_the_provider_reports()
    {
        var purse = Purse();
        using var client = Metered(purse, ScriptedAnswer.Saying("8,849 m").Using(input: 20, output: 7, cached: 8));

        var answer = await client.TryGetResponseAsync(Question);

        Assert.True(answer.IsAnswered);
        Assert.Equal("8,849 m", answer.Response.Text);
        Assert.Equal((NanoDollars(20, 7, cached: 8), 0), purse.Of(Resource.Money));
        Assert.Equal((20, 8, 7, 1), (
            purse.Of(Resource.InputTokens).Spent, purse.Of(Resource.CachedReadTokens).Spent, purse.Of(Resource.OutputTokens).Spent, purse.Of(Resource.ModelCalls).Spent));
        Assert.Equal(ChargeMarks.None, answer.Charge.Marks);
        Assert.Same(answer.Charge, answer.Response.FindCharge());
    }

    [Fact]
    public async Task The_worst_case_is_held_while_the_call_runs()
    {
        var purse = Purse();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("high").WaitingFor(gate.Task));
        using var client = new MeteredChatClient(model, purse, Options);

        var call = client.GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 100 });
        await model.WaitForCallsAsync(1);
        var held = purse.Of(Resource.Money).Held;
        gate.SetResult();
        await call;

        var bytes = Question[0].Text.Length + (2 * 16);
        Assert.Equal(NanoDollars(bytes, 100), held);
        Assert.Equal(0, purse.Of(Resource.Money).Held);
    }

    [Fact]
    public async Task A_limit_on_output_is_always_sent()
    {
        var model = new ScriptedChatClient([ScriptedAnswer.Saying("high")], new ScriptedChatClientOptions { AtEnd = ScriptEnd.RepeatLast });
        using var client = new MeteredChatClient(model, Purse(), Options);

        await client.GetResponseAsync(Question);
        await client.GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 9 }.WithPurpose("vote").WithBudget(Purse()));

        Assert.Equal([4096, 9], model.Calls.Select(static call => call.Request.Options!.MaxOutputTokens));
        Assert.All(model.Calls, static call => Assert.Null(call.Request.Options!.AdditionalProperties));
    }

    [Fact]
    public async Task A_call_without_room_is_not_sent_and_hears_what_would_fit()
    {
        var purse = Purse("$0.01");
        var model = new ScriptedChatClient();
        using var client = new MeteredChatClient(model, purse, Options with { Alternatives = ["gpt-4-turbo", "gpt-4o-mini"] });

        var answer = await client.TryGetResponseAsync(Question);

        Assert.False(answer.IsAnswered);
        Assert.Empty(model.Calls);
        Assert.Equal((0, 0), purse.Of(Resource.Money));
        var fitting = answer.Refusal.FittingMaxOutputTokens!.Value;
        var bytes = Question[0].Text.Length + (2 * 16);
        Assert.InRange(10_000_000, NanoDollars(bytes, fitting), NanoDollars(bytes, fitting + 1) - 1);
        Assert.Equal("gpt-4o-mini", answer.Refusal.FittingModel);
        Assert.Equal(
            "team is limited to $0.01: $0.00 spent, $0.00 held, $0.0411225 asked for; $0.01 would fit: lower max output to 983 tokens, or use gpt-4o-mini",
            answer.Refusal.Message);
        Assert.Equal(
            answer.Refusal.Message, (await Assert.ThrowsAsync<CallRefusedException>(() => client.GetResponseAsync(Question))).Message);
        Assert.True((await Metered(purse, ScriptedAnswer.Saying("high")).TryGetResponseAsync(Question, new() { MaxOutputTokens = fitting })).IsAnswered);
    }

    [Fact]
    public async Task A_limit_on_tokens_is_advised_on_too()
    {
        using var client = Metered(Purse("$1", new BudgetLimit(Resource.OutputTokens, 610)));

        var answer = await client.TryGetResponseAsync(Question);

        Assert.Equal(610, answer.Refusal!.FittingMaxOutputTokens);
        Assert.Null(answer.Refusal.FittingModel);
    }

    [Fact]
    public async Task Where_not_even_the_question_fits_nothing_is_advised()
    {
        using var client = Metered(Purse("$0.0000001"));

        var answer = await client.TryGetResponseAsync(Question);

        Assert.Null(answer.Refusal!.FittingMaxOutputTokens);
        Assert.EndsWith("would fit", answer.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_model_is_refused_where_money_is_limited()
    {
        var options = new ChatOptions { ModelId = "gtp-4o-mini" };
        using var client = Metered(Purse(), Options with { Provider = null });

        var answer = await client.TryGetResponseAsync(Question, options);

        Assert.Equal(CallRefusalKind.NotPriced, answer.Refusal!.Kind);
        Assert.Contains("there is no price for the model 'gtp-4o-mini'; did you mean 'gpt-4o-mini'", answer.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_model_is_counted_in_tokens_where_money_is_not_limited()
    {
        var purse = Budget.Create("team", new BudgetLimit(Resource.OutputTokens, 5_000));
        using var client = Metered(purse, Options with { Model = "home-made", Provider = null }, ScriptedAnswer.Saying("high").Using(20, 7));

        var answer = await client.TryGetResponseAsync(Question, new ChatOptions { ModelId = "home-made" });

        Assert.Equal(ChargeMarks.NotPriced, answer.Charge!.Marks);
        Assert.Equal((7, 0), purse.Of(Resource.OutputTokens));
        Assert.Equal((0, 0), purse.Of(Resource.Money));
    }

    [Fact]
    public async Task The_model_that_answered_is_the_one_that_is_paid()
    {
        var purse = Purse();
        var inner = new ScriptedChatClient([ScriptedAnswer.Saying("high").Using(1_000, 100)], new ScriptedChatClientOptions { ModelId = "gpt-4o-mini" });
        using var client = new MeteredChatClient(inner, purse, Options);

        var answer = await client.TryGetResponseAsync(Question);

        Assert.Equal("gpt-4o-mini", answer.Charge!.Model);
        Assert.Equal((1_000 * 150) + (100 * 600), purse.Of(Resource.Money).Spent);
    }

    [Fact]
    public async Task Purposes_and_a_budget_of_its_own_come_with_the_options()
    {
        var purse = Purse();
        var run = purse.CreateChild("run-1", new BudgetLimit(Resource.ModelCalls, 2));
        var said = ScriptedAnswer.Saying("high").Using(20, 7);
        using var client = Metered(purse, said, said, said);

        await client.GetResponseAsync(Question, new ChatOptions().WithBudget(run).WithPurpose("draft"));
        await client.GetResponseAsync(Question, new ChatOptions().WithBudget(run).WithPurpose("vote"));
        var third = await client.TryGetResponseAsync(Question, new ChatOptions().WithBudget(run).WithPurpose("vote"));

        Assert.Equal(["draft", "vote"], run.Receipt().Lines.Select(static line => line.Purpose));
        Assert.Equal(2, purse.Of(Resource.ModelCalls).Spent);
        Assert.Equal("team/run-1", third.Refusal!.Budget!.Scope);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(429, true)]
    [InlineData(408, false)]
    [InlineData(499, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_rejected_request_is_free_and_another_failure_costs_the_worst_case(int status, bool isFree)
    {
        var purse = Purse();
        Charge? charge = null;
        using var client = Metered(
            purse,
            Options with { OnCharged = seen => charge = seen },
            ScriptedAnswer.Failing(() => new HttpRequestException("no", null, (System.Net.HttpStatusCode)status)));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync(Question));

        Assert.Equal(isFree, charge!.Marks == ChargeMarks.Free);
        Assert.Equal(isFree ? 0 : charge.Held[Resource.Money], purse.Of(Resource.Money).Spent);
        Assert.Equal(0, purse.Of(Resource.Money).Held);
    }

    [Fact]
    public async Task An_attachment_needs_a_bound()
    {
        var picture = new ChatMessage(ChatRole.User, [new DataContent(new byte[100], "image/png")]);
        var home = Options with { Model = "home-made", Provider = null };
        var tokens = Budget.Create("team", new BudgetLimit(Resource.InputTokens, 1_000_000));
        var said = ScriptedAnswer.Saying("a cat").Using(900, 3);

        var refused = await Metered(tokens, home).TryGetResponseAsync([picture], new ChatOptions { ModelId = "home-made" });
        var bounded = await Metered(tokens, home with { TokensPerAttachment = 1_600 }, said).TryGetResponseAsync([picture], new ChatOptions { ModelId = "home-made" });
        var byWindow = await Metered(Purse(), said).TryGetResponseAsync([picture]);

        Assert.Equal(CallRefusalKind.NotBounded, refused.Refusal!.Kind);
        Assert.Contains("an attachment", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1_600 + 32, bounded.Charge!.Held[Resource.InputTokens]);
        Assert.Equal(128_000, byWindow.Charge!.Held[Resource.InputTokens]);
    }

    [Fact]
    public async Task A_bound_of_ones_own_counts_tokens()
    {
        using var client = Metered(Purse(), Options with { InputTokenBound = static (messages, _) => messages.Count * 11 }, ScriptedAnswer.Saying("high").Using(9, 1));

        var answer = await client.TryGetResponseAsync(Question);

        Assert.Equal(11, answer.Charge!.Held[Resource.InputTokens]);
    }

    [Fact]
    public async Task Parts_of_the_input_that_somebody_limits_are_held()
    {
        var purse = Purse("$1", new BudgetLimit(Resource.ReasoningTokens, 5_000), new BudgetLimit(Resource.CachedReadTokens, 5_000));
        using var client = Metered(purse, ScriptedAnswer.Saying("high").Using(20, 7, cached: 3, reasoning: 4));

        var answer = await client.TryGetResponseAsync(Question);

        Assert.Equal(4096, answer.Charge!.Held[Resource.ReasoningTokens]);
        Assert.Equal((4, 0), purse.Of(Resource.ReasoningTokens));
        Assert.Equal((3, 0), purse.Of(Resource.CachedReadTokens));
        Assert.Equal(ChargeMarks.None, answer.Charge.Marks);
    }

    [Fact]
    public async Task More_than_was_held_is_charged_in_full_and_flagged()
    {
        var purse = Purse();
        using var client = Metered(purse, ScriptedAnswer.Saying("high").Using(20, 200));

        var answer = await client.TryGetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 100 });

        Assert.Equal(ChargeMarks.Overrun, answer.Charge!.Marks);
        Assert.Equal(NanoDollars(20, 200), purse.Of(Resource.Money).Spent);
        Assert.Equal(1, purse.Receipt().Overruns);
    }

    [Fact]
    public async Task Sixty_four_calls_at_once_share_what_there_is()
    {
        var purse = Purse("$0.05");
        var model = ScriptedChatClient.FromSeed(7, AnswerProfile.Honest with { MaxDelay = TimeSpan.Zero });
        using var client = new MeteredChatClient(model, purse, Options);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => client.TryGetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 400 })));

        var charged = answers.Where(static answer => answer.IsAnswered).Sum(static answer => answer.Charge!.Amounts[Resource.Money]);
        Assert.Equal(purse.Of(Resource.Money), (charged, 0));
        Assert.InRange(charged, 1, 50_000_000);
        Assert.Equal(model.Calls.Count, answers.Count(static answer => answer.IsAnswered));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_costs_the_worst_case()
    {
        var purse = Purse();
        var model = new ScriptedChatClient(ScriptedAnswer.Silent());
        using var client = new MeteredChatClient(model, purse, Options);
        using var stop = new CancellationTokenSource();

        var call = client.GetResponseAsync(Question, cancellationToken: stop.Token);
        await model.WaitForCallsAsync(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(NanoDollars(65, 4096), purse.Of(Resource.Money).Spent);
        Assert.Equal(0, purse.Of(Resource.Money).Held);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_is_sent_costs_nothing()
    {
        var purse = Purse();
        using var client = Metered(purse);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Question, cancellationToken: new CancellationToken(true)));

        Assert.Equal((0, 0), purse.Of(Resource.Money));
    }

    [Fact]
    public async Task The_deadline_of_the_budget_ends_a_call()
    {
        var clock = new ManualClock(Clock.GetUtcNow());
        var purse = Budget.Create("team", new ScopeOptions { Deadline = clock.GetUtcNow().AddMinutes(1) }, new BudgetOptions { Clock = clock });
        var model = new ScriptedChatClient(ScriptedAnswer.Silent());
        using var client = new MeteredChatClient(model, purse, Options);

        var call = client.GetResponseAsync(Question);
        await model.WaitForCallsAsync(1);
        clock.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        var late = await client.TryGetResponseAsync(Question);
        Assert.Equal("the deadline of team has passed", late.Refusal!.Message);
    }

    [Fact]
    public async Task With_a_ledger_every_charge_is_recorded()
    {
        await using var ledger = await Ledger.OpenAsync(new InMemoryLedgerStore(), new LedgerOptions { Clock = Clock });
        await ledger.GrantAsync("team", Cost.Zero.With(Money.Parse("$1")));
        var purse = Budget.Create("team", new ScopeOptions(), new BudgetOptions { Clock = Clock, Ledger = ledger });
        using var client = Metered(purse, ScriptedAnswer.Saying("high").Using(20, 7));

        var answer = await client.TryGetResponseAsync(Question);

        Assert.Equal(ChargeMarks.None, answer.Charge!.Marks);
        var balance = await ledger.BalanceAsync("team", Resource.Money);
        Assert.Equal((NanoDollars(20, 7), 0), (balance.Spent, balance.Held));
    }
}
