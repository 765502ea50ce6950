using System.Globalization;

namespace Prudence.Bench.Planning.Running;

/// <summary>Reads from <c>/proc</c> what a process and all its descendants use.</summary>
internal static class ProcessTree
{
    /// <summary>Clock ticks a second in <c>/proc/PID/stat</c>: 100 on every Linux that .NET supports.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>CPU seconds of the live processes and of those they have waited for, and their resident bytes.</summary>
    public static (double CpuSeconds, long ResidentBytes) Measure(int root)
    {
        var (seconds, bytes) = (0.0, 0L);
        foreach (var process in Members(root))
        {
            if (TryRead($"/proc/{process}/stat") is not { } stat)
            {
                continue;
            }

            // The name in parentheses may hold spaces; the fields counted here begin behind it, at field 3 of proc(5).
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            seconds += (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / TicksPerSecond;
            bytes += Number(fields[21]) * Environment.SystemPageSize;
        }

        return (seconds, bytes);
    }

    /// <summary>The process and its live descendants.</summary>
    public static IReadOnlyList<int> Members(int root)
    {
        var members = new List<int> { root };
        for (var next = 0; next < members.Count; next++)
        {
            foreach (var task in TaskDirectories(members[next]))
            {
                var children = TryRead(Path.Combine(task, "children")) ?? "";
                members.AddRange(children
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(static child => (int)Number(child)));
            }
        }

        return members;
    }

    private static string[] TaskDirectories(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
