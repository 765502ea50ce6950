// A team of a company asks a model: how budgets are set up, spent and kept. The model is made up; everything else is as in earnest.
using Budgets;
using Prudence.Budgeting;

// Money counts in nano-dollars: whole numbers that add up.
var money = new Resource("money", "n$");
var tokens = new Resource("output-tokens", "");
const long Cent = 10_000_000;

// Who pays: limits hold for a scope and all that is below it.
var company = Budget.Create("company", new BudgetLimit(money, 10_000 * Cent, LimitWindow.Calendar(CalendarUnit.Month)));
var team = company.CreateChild("search-team", new BudgetLimit(money, 500 * Cent, LimitWindow.Calendar(CalendarUnit.Day))
    .NotifyAt(80, crossing => Console.WriteLine($"{crossing.Scope}: {crossing.Percent} % of {crossing.Limit} is spent")));
using var run = team.CreateChild("run-1", new BudgetLimit(money, 12 * Cent), new BudgetLimit(tokens, 4_000));

// One call: hold the worst case, call, settle what it cost.
var worst = Cost.Zero.With(money, 2 * Cent).With(tokens, 600);
if (run.TryReserve(worst, "draft", out var hold, out var refusal))
{
    try
    {
        var used = MadeUpModel.Answer(money, tokens);
        hold.Settle(used);
    }
    finally
    {
        // Nothing to do after settling; after an exception it gives the hold back.
        hold.Release();
    }
}

// Many calls at once: whoever is admitted is paid for, and what a quorum made needless is given back.
var votes = new List<Reservation>();
for (var voter = 0; voter < 9; voter++)
{
    if (!run.TryReserve(worst, "vote", out var vote, out refusal))
    {
        Console.WriteLine(refusal);
        break;
    }

    votes.Add(vote);
}

for (var voter = 0; voter < votes.Count; voter++)
{
    if (voter < 3)
    {
        votes[voter].Settle(MadeUpModel.Answer(money, tokens));
    }
    else
    {
        votes[voter].Release();
    }
}

// What it cost, and what for.
var receipt = run.Receipt();
foreach (var line in receipt.Lines)
{
    Console.WriteLine($"{line.Purpose}: {line.Calls} calls, {line.Cost[money]} n$, {line.Cost[tokens]} tokens");
}

Console.WriteLine($"company: {company.Of(money).Spent} n$ spent, {company.Of(money).Held} held");
