namespace Prudence.Testing;

/// <summary>The names in a cassette's lines. The first line is the header, every other one an entry.</summary>
internal static class CassetteFormat
{
    public const int Version = 1;
    public const int MaxDepth = 64;
    public const string Header = "cassette";
    public const string Hash = "hash";
    public const string Request = "request";
    public const string Response = "response";
    public const string Updates = "updates";
}
