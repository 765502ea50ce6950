using Microsoft.Extensions.AI;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>How calls of a chat client are bounded, priced and charged.</summary>
public sealed record MeteringOptions
{
    /// <summary>What calls are for that say nothing else; see <see cref="ChatOptionsExtensions.WithPurpose"/>.</summary>
    public string Purpose { get; init; } = "chat";

    /// <summary>The prices; those that come with the product if null, which are read at the first call.</summary>
    public PriceBook? Prices { get; init; }

    /// <summary>The model whose prices hold where neither the request nor the client names one.</summary>
    public string? Model { get; init; }

    /// <summary>Who sells the model; null for whoever the client says, or the price tables find.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// The most tokens of output for requests that set no limit of their own. It is sent with them, for without a limit that the provider keeps there
    /// is no worst case.
    /// </summary>
    public int MaxOutputTokens { get; init; } = 4096;

    /// <summary>
    /// Bounds the tokens of the input from above, for example by the model's tokenizer; null for one token per byte, see <see cref="TokenEstimate"/>.
    /// </summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, long>? InputTokenBound { get; init; }

    /// <summary>
    /// The most tokens of input the model takes: the bound of requests whose input cannot be bounded otherwise, because of attachments, tools that the
    /// provider runs, or a conversation that it keeps. Null for what the price tables know of the model.
    /// </summary>
    public long? ContextWindow { get; init; }

    /// <summary>The most tokens of an image or another attachment, as the provider states it; null to go by the context window.</summary>
    public long? TokensPerAttachment { get; init; }

    /// <summary>Dearer to cheaper models that a refusal may advise, where their worst case would fit.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>
    /// Whether a call that failed was certainly not charged; then the hold is given back. By default only a request that did not reach the provider or
    /// that it rejected (status 400 to 499, but not 408, 409 and 499). Any other failure before the answer is charged as the worst case.
    /// </summary>
    public Func<Exception, bool> IsFree { get; init; } = FreeFailures.IsFree;

    /// <summary>Called after each call that was charged, or whose hold was given back.</summary>
    public Action<Charge>? OnCharged { get; init; }

    /// <summary>Where time comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
