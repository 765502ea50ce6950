using System.ClientModel;
using System.Net;
using System.Text.Json;

namespace Prudence.Models.OpenAI;

/// <summary>Turns what the provider's client throws into the framework's exception, which has the status and never the key.</summary>
internal sealed class ProviderErrors(string? key)
{
    private const string Mark = "[key]";

    /// <summary>The exception to throw instead; null for those that stay as they are, such as a cancellation by the caller.</summary>
    public HttpRequestException? Translate(Exception exception, CancellationToken cancellation) => exception switch
    {
        // The provider's client cancels by itself when the server says nothing for too long.
        OperationCanceledException => cancellation.IsCancellationRequested ? null : Make(exception, HttpRequestError.Unknown, null),
        HttpRequestException known => Holds(known) ? Make(known, known.HttpRequestError, known.StatusCode) : null,
        ClientResultException { Status: > 0 } refused => Make(refused, HttpRequestError.Unknown, (HttpStatusCode)refused.Status),
        ClientResultException or IOException => Make(exception, ErrorOf(exception), null),
        // The provider's reader throws these where a server sends what the protocol does not have.
        JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException or KeyNotFoundException =>
            Make(exception, HttpRequestError.InvalidResponse, null),
        _ => null,
    };

    private static HttpRequestError ErrorOf(Exception exception) => exception switch
    {
        HttpIOException broken => broken.HttpRequestError,
        HttpRequestException failed => failed.HttpRequestError,
        { InnerException: { } inner } => ErrorOf(inner),
        _ => HttpRequestError.Unknown,
    };

    private HttpRequestException Make(Exception exception, HttpRequestError error, HttpStatusCode? status)
    {
        var holds = Holds(exception);
        var message = holds ? exception.Message.Replace(key!, Mark, StringComparison.Ordinal) : exception.Message;
        return new HttpRequestException(error, $"The model did not answer: {message}", holds ? null : exception, status);
    }

    // A server may repeat the key that it refuses.
    private bool Holds(Exception exception) => key is not null && exception.ToString().Contains(key, StringComparison.Ordinal);
}
