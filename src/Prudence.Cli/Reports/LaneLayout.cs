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

        var uses = plan.Steps
            .SelectMany(static (step, index) => step.Arguments.Distinct().Select(name => (Name: name, Step: index)))
            .GroupBy(static use => use.Name, static use => use.Step, StringComparer.Ordinal)
            .ToList();
        var shown = uses.OrderByDescending(static lane => lane.Count()).Take(MostLanes).ToList();
        Hidden = uses.Count - shown.Count;
        var list = new List<Lane>();
        foreach (var type in shown.GroupBy(lane => types.GetValueOrDefault(lane.Key, "object"), StringComparer.Ordinal).OrderBy(static type => type.Min(static lane => lane.Min())))
        {
            list.Add(new Lane(type.Key, 0, 0, IsType: true));
            foreach (var lane in type.OrderBy(static lane => lane.Min()).ThenBy(static lane => lane.Key, StringComparer.Ordinal))
            {
                rows[lane.Key] = list.Count;
                list.Add(new Lane(lane.Key, lane.Min(), lane.Max(), IsType: false));
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
