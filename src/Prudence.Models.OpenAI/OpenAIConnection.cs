using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Makes the provider's client from options and environment.</summary>
internal static class OpenAIConnection
{
    // The provider's client sends some key in any case.
    private const string NoKey = "none";
    private static readonly Uri OpenAI = new("https://api.openai.com/v1");

    public static (Wire.ChatClient Client, string? Key) Open(OpenAIModelOptions options, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.ModelId);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries);
        var endpoint = options.Endpoint ?? EndpointOf(environment(OpenAIModelOptions.EndpointVariable)) ?? OpenAI;
        var key = NullIfEmpty(options.ApiKey) ?? NullIfEmpty(environment(OpenAIModelOptions.KeyVariable));
        if (key is null && endpoint.Host == OpenAI.Host)
        {
            throw new InvalidOperationException(
                $"There is no key for {endpoint}: set the environment variable {OpenAIModelOptions.KeyVariable}, or {nameof(OpenAIModelOptions)}.{nameof(OpenAIModelOptions.ApiKey)}");
        }

        var settings = new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(options.MaxRetries), NetworkTimeout = options.NetworkTimeout };
        return (new Wire.ChatClient(options.ModelId, new ApiKeyCredential(key ?? NoKey), settings), key);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Uri? EndpointOf(string? text) => NullIfEmpty(text) is not { } address ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw new InvalidOperationException($"{OpenAIModelOptions.EndpointVariable} is no address: write one such as http://localhost:11434/v1");
}
