using System.Globalization;

namespace Prudence.Bench.Planning.Sampling;

/// <summary>Published optimal costs of benchmark tasks, by suite and name.</summary>
internal sealed class ReferenceCosts
{
    private readonly Dictionary<string, decimal> proven;

    private ReferenceCosts(Dictionary<string, decimal> proven) => this.proven = proven;

    public static ReferenceCosts None { get; } = new([]);

    /// <summary>Reads <c>ipc-reference-costs.csv</c>; the columns are found by their names.</summary>
    public static ReferenceCosts Read(IEnumerable<string> lines)
    {
        using var rows = lines.GetEnumerator();
        if (!rows.MoveNext())
        {
            return None;
        }

        var header = rows.Current.Split(',');
        var (suite, task, cost) = (Array.IndexOf(header, "suite"), Array.IndexOf(header, "task"), Array.IndexOf(header, "optimal_cost_proven"));
        if (suite < 0 || task < 0 || cost < 0)
        {
            throw new InvalidDataException("the reference costs lack a column: expected suite, task and optimal_cost_proven");
        }

        var proven = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (rows.MoveNext())
        {
            var fields = rows.Current.Split(',');
            if (fields.Length == header.Length
                && decimal.TryParse(fields[cost], NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                proven[$"{fields[suite]}/{fields[task]}"] = value;
            }
        }

        return new ReferenceCosts(proven);
    }

    /// <summary>Reads the file of a data directory, or answers with no costs where there is none.</summary>
    public static ReferenceCosts ReadFrom(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "ipc-reference-costs.csv");
        return File.Exists(path) ? Read(File.ReadLines(path)) : None;
    }

    /// <summary>The proven optimal cost, or null where none is published.</summary>
    public decimal? Find(string key) => proven.TryGetValue(key, out var cost) ? cost : null;
}
