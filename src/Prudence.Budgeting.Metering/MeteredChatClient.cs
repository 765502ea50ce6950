using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>
/// Holds the worst case of each call in a budget before it is sent, and settles what the provider says was used. Works with any client; put it right
/// around the one that talks to the provider, so that each request of an agent's loop is a call of its own.
/// </summary>
/// <remarks>
/// A call without room is not sent: <see cref="TryGetResponseAsync"/> gives the refusal as a value, the members of <see cref="IChatClient"/> throw
/// <see cref="CallRefusedException"/>. Whatever is not known of what a call used is charged at its bound. A stream is settled when it ends, fails, is
/// cancelled or its enumerator is disposed of, whichever comes first.
/// </remarks>
public sealed class MeteredChatClient : DelegatingChatClient
{
    private readonly Budget budget;
    private readonly MeteringOptions options;

    /// <summary>Meters a client.</summary>
    /// <param name="innerClient">The client that talks to the provider.</param>
    /// <param name="budget">Who pays, where the options of a call do not name another; see <see cref="ChatOptionsExtensions.WithBudget"/>.</param>
    /// <param name="options">How calls are bounded and priced; null for the defaults.</param>
    public MeteredChatClient(IChatClient innerClient, Budget budget, MeteringOptions? options = null)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(budget);
        (this.budget, this.options) = (budget, options ?? new MeteringOptions());
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(this.options.MaxOutputTokens, nameof(options));
    }

    /// <summary>Makes a call if its worst case fits.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="cancellationToken">Stops the call; it is charged as cut short.</param>
    /// <returns>The answer and its charge, or the refusal with what would fit.</returns>
    public async Task<MeteredResponse> TryGetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = RequestOf(messages, options);
        var (call, refusal) = await MeteredCall.BeginAsync(request, this.options, cancellationToken).ConfigureAwait(false);
        if (call is null)
        {
            return new MeteredResponse(null, null, refusal);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, request.Budget.Token);
        var response = await call.RunAsync(() => base.GetResponseAsync(request.Messages, options.ToSend(request.MaxOutputTokens), stop.Token)).ConfigureAwait(false);
        var charge = await call.EndAsync().ConfigureAwait(false);
        (response.AdditionalProperties ??= [])[ChargeExtensions.Key] = charge;
        return new MeteredResponse(response, charge, null);
    }

    /// <inheritdoc/>
    /// <exception cref="CallRefusedException">The call was not made.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await TryGetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        return answer.IsAnswered ? answer.Response : throw new CallRefusedException(answer.Refusal);
    }

    /// <inheritdoc/>
    /// <remarks>The last update has no content and carries the <see cref="Charge"/>; see <see cref="ChargeExtensions"/>.</remarks>
    /// <exception cref="CallRefusedException">The call was not made.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = RequestOf(messages, options);
        var (call, refusal) = await MeteredCall.BeginAsync(request, this.options, cancellationToken).ConfigureAwait(false);
        if (call is null)
        {
            throw new CallRefusedException(refusal!);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, request.Budget.Token);
        try
        {
            var stream = call.Start(() => base.GetStreamingResponseAsync(request.Messages, options.ToSend(request.MaxOutputTokens), stop.Token));
            await using var updates = stream.GetAsyncEnumerator(stop.Token);
            while (await call.MoveNextAsync(updates).ConfigureAwait(false))
            {
                yield return updates.Current;
            }

            yield return call.LastUpdate(await call.EndAsync().ConfigureAwait(false));
        }
        finally
        {
            await call.EndAsync().ConfigureAwait(false);
        }
    }

    private MeteredRequest RequestOf(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new MeteredRequest(messages, options, budget, this.options, InnerClient.GetService<ChatClientMetadata>());
    }
}
