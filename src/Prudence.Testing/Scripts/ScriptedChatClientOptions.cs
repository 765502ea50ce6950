namespace Prudence.Testing;

/// <summary>How a scripted model behaves apart from its answers.</summary>
public sealed record ScriptedChatClientOptions
{
    /// <summary>The clock by which delays pass, such as a <see cref="ManualClock"/>. Without one they pass at once.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>What happens after the last answer of a script.</summary>
    public ScriptEnd AtEnd { get; init; }

    /// <summary>The name of the model in answers, if the request names none, and in the metadata.</summary>
    public string ModelId { get; init; } = "scripted";
}
