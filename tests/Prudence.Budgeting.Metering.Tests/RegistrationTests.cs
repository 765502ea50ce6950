using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Prudence.Testing;
using static Prudence.Budgeting.Metering.Tests.Meters;

namespace Prudence.Budgeting.Metering.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task All_clients_registered_before_spend_from_the_one_budget()
    {
        var said = ScriptedAnswer.Saying("high").Using(20, 7);
        var services = new ServiceCollection()
            .AddSingleton<IChatClient>(new ScriptedChatClient(said))
            .AddKeyedSingleton<IChatClient>("judge", (_, _) => new ScriptedChatClient(said))
            .AddKeyedSingleton<IChatClient, SayingClient>("own")
            .AddPrudence(static options =>
            {
                options.Name = "company";
                options.Limits.Add(new BudgetLimit(Money.Parse("$5"), LimitWindow.Calendar(CalendarUnit.Day)));
                options.Metering = Options;
            });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IChatClient>().GetResponseAsync(Question);
        await provider.GetRequiredKeyedService<IChatClient>("judge").GetResponseAsync(Question);
        await provider.GetRequiredKeyedService<IChatClient>("own").GetResponseAsync(Question);

        var budget = provider.GetRequiredService<Budget>();
        Assert.Equal("company", budget.Path);
        Assert.Equal((3 * NanoDollars(20, 7), 0), budget.Of(Resource.Money));
    }

    [Fact]
    public void Twice_would_charge_twice_and_is_refused()
    {
        var services = new ServiceCollection().AddPrudence(static _ => { });

        var thrown = Assert.Throws<InvalidOperationException>(() => services.AddPrudence(static _ => { }));

        Assert.Contains("in one call", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class SayingClient() : DelegatingChatClient(new ScriptedChatClient(ScriptedAnswer.Saying("high").Using(20, 7)));
}
