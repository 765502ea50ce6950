namespace Prudence.Testing;

/// <summary>How a cassette is read and written.</summary>
public sealed record CassetteOptions
{
    /// <summary>What is stripped from requests and answers before anything is compared or written.</summary>
    public SecretRedactor Redactor { get; init; } = SecretRedactor.Default;

    /// <summary>The model of requests that name none; null: the default of the client that is recorded.</summary>
    public string? ModelId { get; init; }

    /// <summary>The largest file that is read, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64 * 1024 * 1024;
}
