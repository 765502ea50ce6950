namespace Prudence.Testing;

/// <summary>A cassette that only replays has no answer for a request; the message says how the nearest recorded request differs.</summary>
public sealed class CassetteMissException : Exception
{
    internal CassetteMissException(string message)
        : base(message)
    {
    }
}
