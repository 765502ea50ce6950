using Prudence.Budgeting;
using Prudence.Planning.Configuration;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Language;
using Prudence.Planning.Tasks;

namespace Prudence.Planning;

/// <summary>
/// Finds plans for PDDL tasks inside a budget. Every plan it returns has passed the validator, which shares no code with the search.
/// An instance holds no state between runs and may be used from several threads.
/// </summary>
/// <example>
/// <code>
/// var planner = new Planner(new PlannerOptions { Search = "fast" });
/// var result = planner.PlanFiles("domain.pddl", "problem.pddl", new Budget { Time = TimeSpan.FromSeconds(30) });
/// foreach (var step in result.Best!.Plan.Steps) Console.WriteLine(step);
/// </code>
/// </example>
public sealed class Planner
{
    private readonly PlannerOptions options;
    private readonly TimeProvider clock;

    /// <summary>Makes a planner.</summary>
    /// <param name="options">How it searches; the defaults if null.</param>
    /// <param name="clock">Where time comes from; the system clock if null.</param>
    /// <exception cref="ConfigurationException">The search is not a preset, and as a configuration it is malformed or names what does not exist.</exception>
    public Planner(PlannerOptions? options = null, TimeProvider? clock = null)
    {
        options ??= new PlannerOptions();
        this.options = options with { CustomHeuristics = ByConfigurationName(options.CustomHeuristics) };
        this.clock = clock ?? TimeProvider.System;
        Preset = Presets.Find(this.options.Search) ?? OnesOwn(this.options);
    }

    /// <summary>What it will run.</summary>
    public Preset Preset { get; }

    /// <summary>Reads a domain and a problem from files and plans.</summary>
    /// <param name="domainPath">The file with the domain.</param>
    /// <param name="problemPath">The file with the problem.</param>
    /// <param name="limits">Limits on time, memory and expansions; none if null.</param>
    /// <param name="reading">How strictly to read.</param>
    /// <param name="progress">Who wants to hear of phases and plans.</param>
    /// <param name="cancellation">Stops the run; the best plan so far is returned.</param>
    /// <returns>The outcome; limits and bad input are outcomes, not exceptions.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public PlannerResult PlanFiles(
        string domainPath,
        string problemPath,
        RunLimits? limits = null,
        PddlReaderOptions? reading = null,
        PlannerProgress? progress = null,
        CancellationToken cancellation = default) =>
        PlanText(File.ReadAllText(domainPath), domainPath, File.ReadAllText(problemPath), problemPath, limits, reading, progress, cancellation);

    /// <summary>Parses a domain and a problem and plans.</summary>
    /// <param name="domainText">The domain in PDDL.</param>
    /// <param name="domainName">What diagnostics call the domain.</param>
    /// <param name="problemText">The problem in PDDL.</param>
    /// <param name="problemName">What diagnostics call the problem.</param>
    /// <param name="limits">Limits on time, memory and expansions; none if null.</param>
    /// <param name="reading">How strictly to read.</param>
    /// <param name="progress">Who wants to hear of phases and plans.</param>
    /// <param name="cancellation">Stops the run; the best plan so far is returned.</param>
    /// <returns>The outcome; limits and bad input are outcomes, not exceptions.</returns>
    public PlannerResult PlanText(
        string domainText,
        string domainName,
        string problemText,
        string problemName,
        RunLimits? limits = null,
        PddlReaderOptions? reading = null,
        PlannerProgress? progress = null,
        CancellationToken cancellation = default)
    {
        using var run = new PlannerRun(Preset, options, clock, limits ?? RunLimits.Unlimited, progress, cancellation);
        return run.Execute(() => PddlReader.ReadTask(domainText, domainName, problemText, problemName, reading));
    }

    /// <summary>Plans for a task that was read before.</summary>
    /// <param name="task">The domain and problem.</param>
    /// <param name="limits">Limits on time, memory and expansions; none if null.</param>
    /// <param name="progress">Who wants to hear of phases and plans.</param>
    /// <param name="cancellation">Stops the run; the best plan so far is returned.</param>
    /// <returns>The outcome; limits are outcomes, not exceptions.</returns>
    public PlannerResult Plan(
        PddlTask task,
        RunLimits? limits = null,
        PlannerProgress? progress = null,
        CancellationToken cancellation = default)
    {
        using var run = new PlannerRun(Preset, options, clock, limits ?? RunLimits.Unlimited, progress, cancellation);
        return run.Execute(() => new PddlReadResult<PddlTask>(task, []));
    }

    // Configurations are read without regard to case, and with - for _.
    private static Dictionary<string, Func<PlanningTask, Heuristic>> ByConfigurationName(
        IReadOnlyDictionary<string, Func<PlanningTask, Heuristic>> heuristics)
    {
        var byName = new Dictionary<string, Func<PlanningTask, Heuristic>>(StringComparer.Ordinal);
        foreach (var (name, create) in heuristics)
        {
            byName.Add(ConfigurationParser.Fold(name), create);
        }

        return byName;
    }

    private static Preset OnesOwn(PlannerOptions options)
    {
        var expression = ConfigurationParser.Parse(options.Search);
        ConfigurationCheck.Check(expression, options.CustomHeuristics.Keys);
        return new Preset(options.Search, expression.ToString(), "a configuration of one's own");
    }
}
