using System.Globalization;
using System.Text.RegularExpressions;
using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Running;

/// <summary>A planner with the command line and the output of Fast Downward's driver, called as an external program.</summary>
internal sealed partial class PeerPlanner : PlannerProgram
{
    private const string PlanFile = "plan";

    private static readonly Dictionary<string, string[]> NamedConfigurations = new(StringComparer.Ordinal)
    {
        ["lama-first"] = ["--alias", "lama-first"],
        ["lama"] = ["--alias", "seq-sat-lama-2011"],
        ["astar-lmcut"] = ["--search", "astar(lmcut())"],
        ["astar-blind"] = ["--search", "astar(blind())"],
        ["gbfs-ff"] = ["--search", "eager_greedy([ff()])"],
        ["gbfs-add"] = ["--search", "eager_greedy([add()])"],
    };

    private readonly string[] configuration;
    private readonly bool optimal;

    /// <param name="path">The driver.</param>
    /// <param name="name">A named configuration, or any name if <paramref name="search"/> is given.</param>
    /// <param name="search">The search string, for configurations without a name here.</param>
    public PeerPlanner(string path, string name, string? search)
    {
        Program = Path.GetFullPath(path);
        if (search is not null)
        {
            configuration = ["--search", search];
        }
        else if (!NamedConfigurations.TryGetValue(name, out configuration!))
        {
            throw new ArgumentException(
                $"no configuration `{name}` is known for the external planner; expected one of {string.Join(", ", NamedConfigurations.Keys)}, or pass --search",
                nameof(name));
        }

        optimal = configuration[1].StartsWith("astar(", StringComparison.Ordinal);
    }

    public override string Name => "external";

    public override string Program { get; }

    public override IReadOnlyList<string> Arguments(string domain, string problem, ResourceLimits limits) =>
        configuration[0] == "--alias"
            ? ["--plan-file", PlanFile, .. configuration, domain, problem]
            : ["--plan-file", PlanFile, domain, problem, .. configuration];

    public override PlannerReport Read(ChildRun run, string directory)
    {
        var plan = LastPlan(directory);
        var output = run.Output;
        return new PlannerReport(plan is null ? run.StatusWithoutPlan(StatusOf) : RunStatus.Solved)
        {
            Plan = plan,
            Optimal = plan is not null && optimal,
            Cost = (decimal?)Last(CostPattern(), output),
            SearchPeakBytes = (long?)(1024 * Last(PeakPattern(), output)),
            SearchSeconds = Last(SearchTimePattern(), output),
            Expanded = (long?)Last(ExpandedPattern(), output),
            Evaluated = (long?)Last(EvaluatedPattern(), output),
            Generated = (long?)Last(GeneratedPattern(), output),
            States = (long?)Last(StatesPattern(), output),
        };
    }

    /// <summary>Anytime configurations number their plans; the last is the best.</summary>
    private static string? LastPlan(string directory) => Directory
        .GetFiles(directory, PlanFile + "*")
        .OrderByDescending(static path => Path.GetExtension(path).Length)
        .ThenByDescending(Path.GetExtension, StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .FirstOrDefault();

    private static RunStatus StatusOf(int exitCode) => exitCode switch
    {
        10 or 11 => RunStatus.Unsolvable,
        12 => RunStatus.GaveUp,
        1 or 20 or 22 => RunStatus.Memory,
        21 or 23 or 24 => RunStatus.Time,
        _ => RunStatus.Failed,
    };

    private static double? Last(Regex pattern, string output)
    {
        var matches = pattern.Matches(output);
        return matches.Count == 0 ? null : double.Parse(matches[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Plan cost: (\d+)")]
    private static partial Regex CostPattern();

    [GeneratedRegex(@"^Peak memory: (\d+) KB", RegexOptions.Multiline)]
    private static partial Regex PeakPattern();

    [GeneratedRegex(@"\] Search time: ([\d.e+-]+)s")]
    private static partial Regex SearchTimePattern();

    [GeneratedRegex(@"\] Expanded (\d+) state")]
    private static partial Regex ExpandedPattern();

    [GeneratedRegex(@"\] Evaluated (\d+) state")]
    private static partial Regex EvaluatedPattern();

    [GeneratedRegex(@"\] Generated (\d+) state")]
    private static partial Regex GeneratedPattern();

    [GeneratedRegex(@"Number of registered states: (\d+)")]
    private static partial Regex StatesPattern();
}
