using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>
/// A model that answers as a script says, or as drawn from a seed, with latency, usage, errors and cut streams. It remembers what it was asked
/// and what became of it. The n-th call to arrive gets the n-th answer, whatever the threads; with the same script or seed it behaves the same.
/// All members may be called from many threads.
/// </summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock gate = new();
    private readonly List<ScriptedCall> calls = [];
    private readonly List<(int Count, TaskCompletionSource Signal)> waiting = [];
    private readonly Func<ScriptedRequest, ScriptedAnswer> answers;
    private readonly ScriptedChatClientOptions options;

    /// <summary>A model that gives these answers one after the other, and fails when it is called once more.</summary>
    /// <param name="script">The answers.</param>
    public ScriptedChatClient(params IReadOnlyList<ScriptedAnswer> script)
        : this(script, null)
    {
    }

    /// <summary>A model that gives these answers one after the other.</summary>
    /// <param name="script">The answers.</param>
    /// <param name="options">Clock, name, and what comes after the last answer.</param>
    public ScriptedChatClient(IReadOnlyList<ScriptedAnswer> script, ScriptedChatClientOptions? options)
        : this(new Script(script, options?.AtEnd ?? default).For, options)
    {
    }

    /// <summary>A model whose answers follow from the requests.</summary>
    /// <param name="answers">Gives the answer to a request; called for one request at a time, in the order of their numbers.</param>
    /// <param name="options">Clock and name.</param>
    public ScriptedChatClient(Func<ScriptedRequest, ScriptedAnswer> answers, ScriptedChatClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        (this.answers, this.options) = (answers, options ?? new());
    }

    /// <summary>The calls so far, in the order of their arrival.</summary>
    public IReadOnlyList<ScriptedCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>
    /// A model whose behaviour is drawn from a seed. What the n-th call gets depends on the seed, n and the profile alone; the request only bounds it
    /// (the most output, whether there are tools). <see cref="ScriptedCall.Used"/> tells afterwards what was used in truth.
    /// </summary>
    /// <param name="seed">The seed.</param>
    /// <param name="profile">How often what happens; <see cref="AnswerProfile.Mixed"/> if null.</param>
    /// <param name="options">Clock and name.</param>
    /// <exception cref="ArgumentException">The profile contradicts itself; the message says how.</exception>
    public static ScriptedChatClient FromSeed(long seed, AnswerProfile? profile = null, ScriptedChatClientOptions? options = null) =>
        new(new SeededAnswers(seed, profile ?? AnswerProfile.Mixed).For, options);

    /// <summary>Waits until so many calls have arrived.</summary>
    /// <param name="count">The number of calls since the model was made.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task WaitForCallsAsync(int count, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (calls.Count >= count)
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, signal));
            return signal.Task.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await new Playback(Admit(messages, options, isStreaming: false), this.options).RespondAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync(messages, options, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", defaultModelId: options.ModelId)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: there is nothing to close.</summary>
    public void Dispose()
    {
    }

    // As with a real model, the call arrives when somebody begins to read.
    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var update in new Playback(Admit(messages, chatOptions, isStreaming: true), options).StreamAsync(cancellation).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    private ScriptedCall Admit(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions, bool isStreaming)
    {
        ArgumentNullException.ThrowIfNull(messages);
        List<ChatMessage> copies = [.. messages.Select(static message => message.Clone())];
        lock (gate)
        {
            var request = new ScriptedRequest(calls.Count + 1, copies, chatOptions?.Clone(), isStreaming);
            var call = new ScriptedCall(request, answers(request));
            calls.Add(call);
            foreach (var (_, signal) in waiting.Where(waiter => waiter.Count <= calls.Count))
            {
                signal.TrySetResult();
            }

            waiting.RemoveAll(waiter => waiter.Count <= calls.Count);
            return call;
        }
    }
}
