using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>What a scripted model was asked.</summary>
/// <param name="Number">The number of the call in the order of arrival, from 1.</param>
/// <param name="Messages">The conversation, as it was at the call.</param>
/// <param name="Options">A copy of the options.</param>
/// <param name="IsStreaming">Whether a stream was asked for.</param>
public sealed record ScriptedRequest(int Number, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, bool IsStreaming);
