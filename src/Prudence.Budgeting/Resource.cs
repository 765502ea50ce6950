namespace Prudence.Budgeting;

/// <summary>A kind of thing a run can use up, measured in whole units.</summary>
/// <param name="Name">The name shown on receipts, for example <c>expansions</c>.</param>
/// <param name="Unit">The unit one counts in, for example <c>µs</c>, <c>B</c>; empty for plain counts.</param>
/// <param name="IsPeak">True if two uses share what they occupy, so that together they cost the larger of the two, not the sum.</param>
public sealed record Resource(string Name, string Unit, bool IsPeak = false)
{
    /// <summary>Wall-clock time in microseconds.</summary>
    public static Resource WallTime { get; } = new("wall-time", "µs");

    /// <summary>Peak memory of the process in bytes.</summary>
    public static Resource Memory { get; } = new("memory", "B", IsPeak: true);

    /// <summary>Search states expanded.</summary>
    public static Resource Expansions { get; } = new("expansions", "");

    /// <summary>Heuristic evaluations.</summary>
    public static Resource Evaluations { get; } = new("evaluations", "");

    /// <summary>Search states generated.</summary>
    public static Resource Generated { get; } = new("generated", "");

    /// <summary>Tokens of input, cached ones included.</summary>
    public static Resource InputTokens { get; } = new("input-tokens", "");

    /// <summary>Tokens of input that were read from a provider's cache.</summary>
    public static Resource CachedReadTokens { get; } = new("cached-read-tokens", "");

    /// <summary>Tokens of input that were written to a provider's cache.</summary>
    public static Resource CachedWriteTokens { get; } = new("cached-write-tokens", "");

    /// <summary>Tokens of output, reasoning included.</summary>
    public static Resource OutputTokens { get; } = new("output-tokens", "");

    /// <summary>Tokens of output that were spent on reasoning.</summary>
    public static Resource ReasoningTokens { get; } = new("reasoning-tokens", "");

    /// <summary>Money in nano-dollars.</summary>
    public static Resource Money { get; } = new("money", "n$");

    /// <summary>Calls of models.</summary>
    public static Resource ModelCalls { get; } = new("model-calls", "");

    /// <summary>Turns of a conversation.</summary>
    public static Resource Turns { get; } = new("turns", "");

    /// <summary>Questions put to a person.</summary>
    public static Resource Questions { get; } = new("questions", "");

    /// <summary>Calls of one tool.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Resource Calls(string tool)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tool);
        return new($"calls of {tool}", "");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
