using System.Net;

namespace Prudence.Budgeting.Metering;

/// <summary>Tells failures that no provider charges for.</summary>
internal static class FreeFailures
{
    private const HttpStatusCode ClientClosedRequest = (HttpStatusCode)499;

    public static bool IsFree(Exception failure) => failure is HttpRequestException http && (http.StatusCode is { } status
        ? (int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or ClientClosedRequest)
        : http.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
}
