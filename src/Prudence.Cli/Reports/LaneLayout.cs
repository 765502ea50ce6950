using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Cli.Reports;

/// <summary>Which objects get a lane, and in what order: type by type, within a type by first use.</summary>
internal sealed class LaneLayout
{
    private const int MostLanes = 60;

    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    public LaneLayout(Plan plan, PddlTask task)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in task.Domain.Constants.Concat(task.Problem.Objects))
        {
            types[item.Name] = item.Type.ToString();
        }

        // Groups keep the order of first use, argument by argument.
        var uses = plan.Steps
            .SelectMany(static (step, index) => step.Arguments.Distinct().Select(name => (Name: name, Step: index)))
            .GroupBy(static use => use.Name, static use => use.Step, StringComparer.Ordinal)
            .ToList();
        var shown = uses.OrderByDescending(static lane => lane.Count()).Take(MostLanes).Select(static lane => lane.Key).ToHashSet(StringComparer.Ordinal);
        Hidden = uses.Count - shown.Count;
        var list = new List<Lane>();
        foreach (var type in uses.Where(lane => shown.Contains(lane.Key)).GroupBy(lane => types.GetValueOrDefault(lane.Key, "object"), StringComparer.Ordinal))
        {
            list.Add(new Lane(type.Key, 0, 0, IsType: true));
            foreach (var lane in type)
            {
                rows[lane.Key] = list.Count;
                list.Add(new Lane(lane.Key, lane.First(), lane.Last(), IsType: false));
            }
        }

        Rows = list;
    }

    /// <summary>The rows from top to bottom; a type's name stands above its objects.</summary>
    public IReadOnlyList<Lane> Rows { get; }

    /// <summary>The number of objects without a lane.</summary>
    public int Hidden { get; }

    /// <summary>The row of an object; -1 if it has none.</summary>
    public int RowOf(string name) => rows.GetValueOrDefault(name, -1);
}
