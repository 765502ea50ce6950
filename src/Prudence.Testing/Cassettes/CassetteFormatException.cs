namespace Prudence.Testing;

/// <summary>A file is not a cassette, or is damaged; the message says where and what to do.</summary>
public sealed class CassetteFormatException : Exception
{
    internal CassetteFormatException(string file, int line, string message, Exception? inner = null)
        : base(line > 0 ? $"{file}:{line}: {message}" : $"{file}: {message}", inner) => Line = line;

    /// <summary>The line, from 1; 0 for the file as a whole.</summary>
    public int Line { get; }
}
