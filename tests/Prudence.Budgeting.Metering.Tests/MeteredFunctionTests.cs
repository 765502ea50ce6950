using Microsoft.Extensions.AI;
using static Prudence.Budgeting.Metering.Tests.Meters;

namespace Prudence.Budgeting.Metering.Tests;

public sealed class MeteredFunctionTests
{
    private static readonly Resource Searches = Resource.Calls("search");

    private int runs;

    [Fact]
    public async Task A_call_counts_as_one_and_costs_what_it_says()
    {
        var purse = Purse("$1", new BudgetLimit(Searches, 3));
        var search = Search(static words => words.Length).WithBudget(purse, new MeteredFunctionOptions
        {
            WorstCase = Cost.Zero.With(Money.Parse("$0.01")),
            ActualCost = static result => Cost.Zero.With(new Money(1_000L * ((System.Text.Json.JsonElement)result!).GetInt64())),
        });

        var result = await search.InvokeAsync(new AIFunctionArguments { ["words"] = "Everest" });

        Assert.Equal("7", result!.ToString());
        Assert.Equal((1, 0), purse.Of(Searches));
        Assert.Equal((7_000, 0), purse.Of(Resource.Money));
        Assert.Equal("search", Assert.Single(purse.Receipt().Lines).Purpose);
    }

    [Fact]
    public async Task The_model_is_told_when_there_is_no_room()
    {
        var purse = Budget.Create("run", new BudgetLimit(Searches, 1));
        var search = Search(static words => words.Length).WithBudget(purse);
        await search.InvokeAsync(new AIFunctionArguments { ["words"] = "a" });

        var told = await search.InvokeAsync(new AIFunctionArguments { ["words"] = "b" });

        Assert.Equal(1, runs);
        Assert.Equal(
            "Not called: run is limited to 1 calls of search: 1 calls of search spent, 0 calls of search held, 1 calls of search asked for; nothing would fit. Answer with what you have.",
            told);
    }

    [Fact]
    public async Task Or_the_caller_hears_an_exception()
    {
        var search = Search(static words => words.Length).WithBudget(Budget.Create("run", new BudgetLimit(Searches, 0)), new MeteredFunctionOptions { OnRefusal = null });

        var thrown = await Assert.ThrowsAsync<CallRefusedException>(() => search.InvokeAsync(new AIFunctionArguments { ["words"] = "a" }).AsTask());

        Assert.Equal("run", thrown.Refusal.Budget!.Scope);
        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task A_function_that_fails_is_charged_the_worst_case()
    {
        var purse = Purse();
        var search = Search(static _ => throw new IOException("no network"))
            .WithBudget(purse, new MeteredFunctionOptions { Purpose = "evidence", WorstCase = Cost.Zero.With(Money.Parse("$0.01")) });

        await Assert.ThrowsAsync<IOException>(() => search.InvokeAsync(new AIFunctionArguments { ["words"] = "a" }).AsTask());

        Assert.Equal((10_000_000, 0), purse.Of(Resource.Money));
        Assert.Equal("evidence", Assert.Single(purse.Receipt().Lines).Purpose);
    }

    [Fact]
    public async Task Sixty_four_calls_at_once_share_the_limit()
    {
        var purse = Budget.Create("run", new BudgetLimit(Searches, 8));
        var search = Search(static words => words.Length).WithBudget(purse);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => search.InvokeAsync(new AIFunctionArguments { ["words"] = "a" }).AsTask())));

        Assert.Equal(8, runs);
        Assert.Equal((8, 0), purse.Of(Searches));
    }

    private AIFunction Search(Func<string, int> search) => AIFunctionFactory.Create(
        (string words) =>
        {
            Interlocked.Increment(ref runs);
            return search(words);
        },
        "search");
}
