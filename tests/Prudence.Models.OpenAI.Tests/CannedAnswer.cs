using System.Text;

namespace Prudence.Models.OpenAI.Tests;

/// <summary>An answer byte by byte, with its HTTP head.</summary>
internal sealed record CannedAnswer(byte[] Bytes, bool IsEndless = false)
{
    public static CannedAnswer Json(string body, int status = 200) =>
        new(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));

    /// <summary>An event stream in one chunk, as servers send it; the length of what follows is known, so that a cut shows as one.</summary>
    public static CannedAnswer Events(string events)
    {
        var length = Encoding.UTF8.GetByteCount(events);
        return new(Encoding.UTF8.GetBytes($"{StreamHead}Transfer-Encoding: chunked\r\n\r\n{length:x}\r\n{events}\r\n0\r\n\r\n"));
    }

    /// <summary>An event stream that the end of the connection ends: a cut looks like an end.</summary>
    public static CannedAnswer EventsUntilClose(string events) => new(Encoding.UTF8.GetBytes($"{StreamHead}\r\n{events}"));

    private const string StreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";

    /// <summary>Where the body begins.</summary>
    public int BodyStart => Encoding.Latin1.GetString(Bytes).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;

    /// <summary>The same answer, cut; the connection closes then.</summary>
    public CannedAnswer CutTo(int bytes) => this with { Bytes = Bytes[..bytes] };

    /// <summary>The same answer, whose connection stays open.</summary>
    public CannedAnswer Endless() => this with { IsEndless = true };
}
