using System.Buffers.Text;

namespace Prudence.Budgeting;

/// <summary>
/// The memory this process has in use. <see cref="Environment.WorkingSet"/> says the same, but on Linux it parses a page of text for it, and
/// compiles the code to do so: too dear for what is asked at every phase of every run.
/// </summary>
internal static class ResidentMemory
{
    private const string ProcessStatistics = "/proc/self/statm";

    /// <summary>The resident set in bytes.</summary>
    public static long Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Environment.WorkingSet;
        }

        try
        {
            using var file = File.OpenHandle(ProcessStatistics);
            Span<byte> text = stackalloc byte[128];
            return TryParse(text[..RandomAccess.Read(file, text, 0)], out var pages) ? pages * Environment.SystemPageSize : Environment.WorkingSet;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Environment.WorkingSet;
        }
    }

    /// <summary>Reads the second number of the line: the pages in memory.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, out long pages)
    {
        var start = 0;
        while (start < line.Length && line[start] != (byte)' ')
        {
            start++;
        }

        pages = 0;
        return start < line.Length && Utf8Parser.TryParse(line[(start + 1)..], out pages, out _);
    }
}
