using Microsoft.Extensions.AI;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>A request with all that is needed to bound and price it.</summary>
internal sealed class MeteredRequest
{
    private readonly PriceBook prices;
    private readonly string? clientProvider;

    public MeteredRequest(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions, Budget budget, MeteringOptions options, ChatClientMetadata? metadata)
    {
        (Messages, Options) = (messages as IReadOnlyList<ChatMessage> ?? [.. messages], chatOptions);
        Budget = chatOptions.FindBudget() ?? budget;
        Purpose = chatOptions.FindPurpose() ?? options.Purpose;
        Model = chatOptions?.ModelId ?? options.Model ?? metadata?.DefaultModelId;
        Provider = options.Provider;
        MaxOutputTokens = chatOptions?.MaxOutputTokens ?? options.MaxOutputTokens;
        At = options.Clock.GetUtcNow();
        prices = options.Prices ?? PriceBook.Default;
        clientProvider = metadata?.ProviderName;
        Lookup = Find(Model);
    }

    public IReadOnlyList<ChatMessage> Messages { get; }

    public ChatOptions? Options { get; }

    public Budget Budget { get; }

    public string Purpose { get; }

    public string? Model { get; }

    public string? Provider { get; private set; }

    /// <summary>The provider as the client calls it, where the tables do not know better.</summary>
    public string? ProviderName => Provider ?? clientProvider;

    public int MaxOutputTokens { get; }

    /// <summary>When it was asked: its prices are those of that instant, also where the answer comes later.</summary>
    public DateTimeOffset At { get; }

    public PricedModel? PricedModel => Lookup.Model;

    private PriceLookup Lookup { get; }

    /// <summary>The worst price within bounds.</summary>
    public PriceResult Price(UsageBounds bounds) => Lookup.IsFound ? Pricer.WorstCase(Lookup.Model, bounds, At) : PriceResult.Of(Lookup.Refusal);

    /// <summary>The worst price of another model.</summary>
    public PriceResult Price(string model, UsageBounds bounds) => prices.WorstCase(model, bounds, At, Provider);

    /// <summary>The price of what was used. The model that answered counts where it has a price, for a name may stand for several.</summary>
    public PriceResult Price(TokenUsage usage, string? answeredBy) =>
        answeredBy is not null && answeredBy != Model && prices.Find(answeredBy, Provider) is { IsFound: true } found ? Pricer.Price(found.Model, usage, At)
        : Lookup.IsFound ? Pricer.Price(Lookup.Model, usage, At)
        : PriceResult.Of(Lookup.Refusal);

    /// <summary>The provider that the client names counts only if the tables know it: an endpoint may call itself anything.</summary>
    private PriceLookup Find(string? model)
    {
        if (model is null)
        {
            return PriceLookup.Of(new PriceRefusal(PriceRefusalKind.UnknownModel, "the request names no model") { Advice = "set ChatOptions.ModelId or MeteringOptions.Model" });
        }

        if (Provider is null && clientProvider is not null && prices.Find(model, clientProvider) is { IsFound: true } sold)
        {
            Provider = clientProvider;
            return sold;
        }

        return prices.Find(model, Provider);
    }
}
