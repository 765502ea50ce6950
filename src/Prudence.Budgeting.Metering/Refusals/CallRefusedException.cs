namespace Prudence.Budgeting.Metering;

/// <summary>
/// A metered client did not make a call. Who would rather have a value asks with <see cref="MeteredChatClient.TryGetResponseAsync"/>.
/// </summary>
/// <param name="refusal">Why.</param>
public sealed class CallRefusedException(CallRefusal refusal) : Exception(refusal?.Message)
{
    /// <summary>Why, and what would help.</summary>
    public CallRefusal Refusal { get; } = refusal ?? throw new ArgumentNullException(nameof(refusal));
}
