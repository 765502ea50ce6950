namespace Prudence.Models.OpenAI;

/// <summary>Which model to ask, where, and how. Its text never shows the key.</summary>
public sealed class OpenAIModelOptions
{
    /// <summary>The environment variable with the key.</summary>
    public const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>The environment variable with the endpoint.</summary>
    public const string EndpointVariable = "OPENAI_BASE_URL";

    /// <summary>The model of requests that name none.</summary>
    public required string ModelId { get; init; }

    /// <summary>Where to ask, such as <c>http://localhost:11434/v1</c>; null: what OPENAI_BASE_URL says, else OpenAI.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The key; null: what OPENAI_API_KEY says. Servers other than OpenAI's may need none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// How often a failed request is sent again behind the caller's back. Each attempt may be charged, and only the last one reports its usage, so that
    /// a budget wants none.
    /// </summary>
    public int MaxRetries { get; init; }

    /// <summary>How long the server may say nothing; 100 seconds if null.</summary>
    public TimeSpan? NetworkTimeout { get; init; }

    /// <summary>
    /// Whether the most output is sent as <c>max_tokens</c>, for servers that do not know <c>max_completion_tokens</c> and would ignore it.
    /// </summary>
    public bool UsesMaxTokens { get; init; }
}
