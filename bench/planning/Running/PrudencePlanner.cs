using System.Globalization;
using System.Text.Json;
using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Running;

/// <summary>Prudence's own command line: <c>prudence plan DOMAIN PROBLEM --json</c>.</summary>
internal sealed class PrudencePlanner(string path, string preset, IReadOnlyList<string> moreArguments) : PlannerProgram
{
    public override string Name => "prudence";

    public override string Program { get; } = Path.GetFullPath(path);

    public override IReadOnlyList<string> Arguments(string domain, string problem, ResourceLimits limits) =>
    [
        "plan", domain, problem, "--json",
        "--preset", preset,
        "--memory", string.Create(CultureInfo.InvariantCulture, $"{limits.MemoryBytes / 1048576}MiB"),
        .. moreArguments,
    ];

    public override PlannerReport Read(ChildRun run, string directory)
    {
        if (Parse(run.Output) is not { } root)
        {
            return new PlannerReport(run.StatusWithoutPlan(StatusOf));
        }

        var steps = Property(root, "plan") is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select(static step => step.GetString() ?? "").ToArray()
            : null;
        var statistics = Property(root, "statistics");
        return new PlannerReport(steps is null ? run.StatusWithoutPlan(StatusOf) : RunStatus.Solved)
        {
            Plan = steps is null ? null : string.Concat(steps.Select(static step => step + "\n")),
            Cost = Number(root, "cost"),
            Optimal = Property(root, "optimal") is { ValueKind: JsonValueKind.True },
            SearchPeakBytes = (long?)Number(statistics, "peakMemoryBytes"),
            SearchSeconds = (double?)Number(statistics, "searchProcessorSeconds"),
            Expanded = (long?)Number(statistics, "expanded"),
            Evaluated = (long?)Number(statistics, "evaluated"),
            Generated = (long?)Number(statistics, "generated"),
            States = (long?)Number(statistics, "states"),
        };
    }

    /// <summary>The one object on standard output; null where the planner died before it could write it.</summary>
    private static JsonElement? Parse(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Property(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static decimal? Number(JsonElement? owner, string name) =>
        Property(owner, name) is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    private static RunStatus StatusOf(int exitCode) => exitCode switch
    {
        10 => RunStatus.Unsolvable,
        > 10 and < 20 => RunStatus.GaveUp,
        20 or 21 => RunStatus.Time,
        22 => RunStatus.Memory,
        _ => RunStatus.Failed,
    };
}
