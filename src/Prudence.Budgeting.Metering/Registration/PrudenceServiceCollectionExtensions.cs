using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Prudence.Budgeting.Metering;

namespace Prudence.Budgeting;

/// <summary>Registers a budget and meters the chat clients of an application.</summary>
public static class PrudenceServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="Budget"/> for the whole application, and meters every <see cref="IChatClient"/> registered so far, keyed ones as well:
    /// call it after them.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets limits and prices.</param>
    /// <exception cref="InvalidOperationException">It was called before, and would meter the clients twice.</exception>
    public static IServiceCollection AddPrudence(this IServiceCollection services, Action<PrudenceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(static service => service.ServiceType == typeof(Budget)))
        {
            throw new InvalidOperationException("AddPrudence was called before: add all limits in one call");
        }

        var options = new PrudenceOptions();
        configure(options);
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType == typeof(IChatClient))
            {
                services[i] = Metered(services[i], options.Metering);
            }
        }

        return services.AddSingleton(_ => CreateBudget(options));
    }

    private static Budget CreateBudget(PrudenceOptions options) => Budget.Create(
        options.Name,
        new ScopeOptions { Limits = [.. options.Limits] },
        new BudgetOptions { Clock = options.Metering.Clock, HoldTimeout = options.HoldTimeout, Ledger = options.Ledger });

    private static ServiceDescriptor Metered(ServiceDescriptor client, MeteringOptions options)
    {
        IChatClient Meter(IServiceProvider provider, object? inner) => new MeteredChatClient((IChatClient)inner!, provider.GetRequiredService<Budget>(), options);
        return client.IsKeyedService
            ? new ServiceDescriptor(client.ServiceType, client.ServiceKey, (provider, key) => Meter(provider, CreateKeyed(client, provider, key)), client.Lifetime)
            : new ServiceDescriptor(client.ServiceType, provider => Meter(provider, Create(client, provider)), client.Lifetime);
    }

    private static object Create(ServiceDescriptor client, IServiceProvider provider) =>
        client.ImplementationInstance ?? client.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, client.ImplementationType!);

    private static object CreateKeyed(ServiceDescriptor client, IServiceProvider provider, object? key) =>
        client.KeyedImplementationInstance ?? client.KeyedImplementationFactory?.Invoke(provider, key)
        ?? ActivatorUtilities.CreateInstance(provider, client.KeyedImplementationType!);
}
