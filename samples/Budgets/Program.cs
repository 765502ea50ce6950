// A team of a company asks a model: how budgets are set up, spent and kept. The model is made up; everything else is as in earnest.
using Budgets;
using Prudence.Budgeting;

// Who pays: limits hold for a scope and all that is below it.
var company = Budget.Create("company", new BudgetLimit(Money.Parse("$100"), LimitWindow.Calendar(CalendarUnit.Month)));
var team = company.CreateChild("search-team", new BudgetLimit(Money.Parse("$5"), LimitWindow.Calendar(CalendarUnit.Day))
    .NotifyAt(80, crossing => Console.WriteLine($"{crossing.Scope}: {crossing.Percent} % of {crossing.Limit} is spent")));
using var run = team.CreateChild("run-1", new BudgetLimit(Money.Parse("$0.12")), new BudgetLimit(Resource.OutputTokens, 4_000));

// One call: hold the worst case, call, settle what it cost.
var worst = Cost.Zero.With(Money.Parse("$0.02")).With(Resource.OutputTokens, 600);
if (run.TryReserve(worst, "draft", out var hold, out var refusal))
{
    try
    {
        var used = MadeUpModel.Answer();
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
        votes[voter].Settle(MadeUpModel.Answer());
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
    Console.WriteLine($"{line.Purpose}: {line.Calls} calls, {line.Cost[Resource.OutputTokens]} tokens, {new Money(line.Cost[Resource.Money])}");
}

var (spent, held) = company.Of(Resource.Money);
Console.WriteLine($"company: {new Money(spent)} spent, {new Money(held)} held");
