// Calls of a model under a budget. The model is scripted, so that this runs without a key; any other IChatClient is metered the same way.
using MeteredCalls;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Prudence.Budgeting;
using Prudence.Budgeting.Metering;
using Prudence.Budgeting.Sqlite;

IChatClient model = Models.Create();

// Five lines: a budget, a client that spends from it, a call, and what is left.
var budget = Budget.Create("assistant", new BudgetLimit(Money.Parse("$0.10"), LimitWindow.Calendar(CalendarUnit.Day)));
IChatClient chat = model.WithBudget(budget, new MeteringOptions { Model = "gpt-4o", Provider = "openai" });
var response = await chat.GetResponseAsync("How high is the highest mountain?");
Console.WriteLine(response.Text);
Console.WriteLine($"{new Money(budget.Of(Resource.Money).Spent)} spent of $0.10 today");

// A run of its own with purposes: who pays and what for come with the options.
using var run = budget.CreateChild("run-1", new BudgetLimit(Money.Parse("$0.02")), new BudgetLimit(Resource.ModelCalls, 3));
foreach (var purpose in new[] { "draft", "vote", "vote" })
{
    await chat.GetResponseAsync("And the deepest lake?", new ChatOptions { MaxOutputTokens = 300 }.WithBudget(run).WithPurpose(purpose));
}

foreach (var line in run.Receipt().Lines)
{
    Console.WriteLine($"{line.Purpose}: {line.Calls} calls, {new Money(line.Cost[Resource.Money])}");
}

// A call without room is not sent. The refusal is a value that says what would fit.
var metered = model.WithBudget(run, new MeteringOptions { Model = "gpt-4o", Provider = "openai" });
var answer = await metered.TryGetResponseAsync([new(ChatRole.User, "One more?")], new ChatOptions { MaxOutputTokens = 300 });
Console.WriteLine(answer.IsAnswered ? answer.Response.Text : $"not sent: {answer.Refusal}");

// A stream is charged when it ends; the last update carries the charge.
await foreach (var update in chat.GetStreamingResponseAsync("Tell me of the Nile"))
{
    Console.Write(update.Text);
    if (update.FindCharge() is { } charge)
    {
        Console.WriteLine($" ({new Money(charge.Amounts[Resource.Money])}, at most {new Money(charge.Held[Resource.Money])}, marks: {charge.Marks})");
    }
}

// A tool: two calls, a cent each. After that the model is told to answer with what it has.
var searches = budget.CreateChild("searches", new BudgetLimit(Resource.Calls("search"), 2));
var search = AIFunctionFactory.Create((string words) => $"pages about {words}", "search")
    .WithBudget(searches, new MeteredFunctionOptions { WorstCase = Cost.Zero.With(Money.Parse("$0.01")) });
for (var turn = 0; turn < 3; turn++)
{
    Console.WriteLine(await search.InvokeAsync(new AIFunctionArguments { ["words"] = "rivers" }));
}

// In a container: every IChatClient registered before is metered.
var services = new ServiceCollection();
services.AddSingleton(model);
services.AddPrudence(options =>
{
    options.Name = "assistant";
    options.Limits.Add(new BudgetLimit(Money.Parse("$5"), LimitWindow.Calendar(CalendarUnit.Day)));
    options.Metering = new MeteringOptions { Model = "gpt-4o", Provider = "openai" };
});
await using var provider = services.BuildServiceProvider();
await provider.GetRequiredService<IChatClient>().GetResponseAsync("How high is the highest mountain?");
Console.WriteLine($"in the container: {new Money(provider.GetRequiredService<Budget>().Of(Resource.Money).Spent)}");

// With a ledger, what was granted survives the process and is shared by all that open the file.
using var folder = new TemporaryFolder();
await using var ledger = await Ledger.OpenAsync(SqliteLedgerStore.Open(folder["ledger.db"]));
await ledger.GrantAsync("assistant", Cost.Zero.With(Money.Parse("$0.05")), "pocket money");
var durable = Budget.Create("assistant", new ScopeOptions(), new BudgetOptions { Ledger = ledger });
await model.WithBudget(durable, new MeteringOptions { Model = "gpt-4o", Provider = "openai" }).GetResponseAsync("How high is the highest mountain?");
var balance = await ledger.BalanceAsync("assistant", Resource.Money);
Console.WriteLine($"in the ledger: {new Money(balance.Spent)} of {new Money(balance.Granted!.Value)}");
