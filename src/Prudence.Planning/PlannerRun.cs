using System.Collections.Immutable;
using Prudence.Budgeting;
using Prudence.Planning.Configuration;
using Prudence.Planning.Grounding;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Language;
using Prudence.Planning.Search;
using Prudence.Planning.Tasks;
using Prudence.Planning.Validation;

namespace Prudence.Planning;

/// <summary>One run: parse, ground, search, and validate every plan before anybody sees it.</summary>
internal sealed class PlannerRun : SearchProgress, IDisposable
{
    private readonly Preset preset;
    private readonly PlannerOptions options;
    private readonly PlannerProgress? progress;
    private readonly StopSignal stop;
    private readonly List<ReceiptLine> lines = [];
    private readonly List<PlanRecord> plans = [];
    private readonly Lock gate = new();

    private PddlTask? source;
    private PlanningTask? task;
    private ImmutableArray<Diagnostic> diagnostics = [];
    private GroundingReport? grounding;
    private SearchResult? found;
    private TimeSpan searchTime;
    private TimeSpan searchProcessorTime;
    private TimeSpan phaseStart;
    private string configuration;

    public PlannerRun(
        Preset preset, PlannerOptions options, TimeProvider clock, RunLimits limits, PlannerProgress? progress, CancellationToken cancellation)
    {
        this.preset = preset;
        this.options = options;
        this.progress = progress;
        configuration = preset.Configuration;
        stop = new StopSignal(limits, clock, cancellation: cancellation);
    }

    /// <summary>Runs all phases.</summary>
    public PlannerResult Execute(Func<PddlReadResult<PddlTask>> read)
    {
        try
        {
            return Finish(Read(read) && Ground() ? SearchForPlans() : PlannerOutcome.InvalidInput);
        }
        catch (RunStoppedException)
        {
            return Finish(plans.Count > 0 ? PlannerOutcome.Solved : PlannerOutcome.Stopped);
        }
    }

    /// <inheritdoc/>
    public override void Report(in SearchSnapshot snapshot) => progress?.Searching(stop.Elapsed, snapshot);

    /// <inheritdoc/>
    public override void PlanFound(FoundPlan plan)
    {
        var steps = Array.ConvertAll(plan.Operators, operatorId => PlanStep.Parse(task!.Operators.Name(operatorId)));
        var candidate = new Plan([.. steps]);
        var verdict = PlanValidator.Validate(source!.Domain, source.Problem, candidate);
        if (!verdict.IsValid)
        {
            throw new InvalidOperationException($"The search returned a plan that the validator refuses: {verdict}");
        }

        lock (gate)
        {
            var cost = checked((long)verdict.Cost);
            if (plans.Count == 0 || cost < plans[^1].Cost)
            {
                plans.Add(new PlanRecord(candidate, cost, stop.Elapsed));
                progress?.PlanFound(plans[^1]);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    private bool Read(Func<PddlReadResult<PddlTask>> read)
    {
        Begin("parsing");
        var result = read();
        End("parsing");
        diagnostics = result.Diagnostics;
        source = result.Value;
        if (source is not null)
        {
            progress?.TaskRead(source);
        }

        return source is not null;
    }

    private bool Ground()
    {
        Begin("grounding");
        try
        {
            var groundingOptions = GroundingOptions.Default with { UseH2Mutexes = options.UseH2Mutexes };
            task = TaskBuilder.Build(source!.Domain, source.Problem, groundingOptions, stop, out var report);
            grounding = report;
            return true;
        }
        catch (GroundingException error)
        {
            diagnostics = diagnostics.Add(error.Diagnostic);
            return false;
        }
        finally
        {
            End("grounding");
        }
    }

    private PlannerOutcome SearchForPlans()
    {
        if (task!.IsTriviallyUnsolvable)
        {
            return PlannerOutcome.Unsolvable;
        }

        Begin("search");
        var start = stop.Elapsed;
        var processorStart = Environment.CpuUsage.TotalTime;
        found = RunSearch();
        searchTime = stop.Elapsed - start;
        searchProcessorTime = Environment.CpuUsage.TotalTime - processorStart;
        if (found.Plan is { } operators && plans.Count == 0)
        {
            PlanFound(new FoundPlan(operators, found.Cost));
        }

        End("search", found.Statistics);
        return found.Status switch
        {
            _ when plans.Count > 0 => PlannerOutcome.Solved,
            SearchStatus.Unsolvable => PlannerOutcome.Unsolvable,
            SearchStatus.Stopped => PlannerOutcome.Stopped,
            _ => PlannerOutcome.NotFound,
        };
    }

    // Landmarks and the like take time too; a run that is stopped there has a search on its receipt nonetheless.
    private SearchResult RunSearch()
    {
        try
        {
            return CreateSearch().Run();
        }
        catch (RunStoppedException stopped)
        {
            return SearchResult.Stopped(stopped.Reason);
        }
    }

    private SearchAlgorithm CreateSearch()
    {
        try
        {
            return new SearchFactory(task!, options.CustomHeuristics, stop, this).Create(ConfigurationParser.Parse(preset.Configuration));
        }
        catch (UnsupportedTaskFeatureException) when (preset.Fallback is not null)
        {
            configuration = preset.Fallback;
            return new SearchFactory(task!, options.CustomHeuristics, stop, this).Create(ConfigurationParser.Parse(preset.Fallback));
        }
    }

    private void Begin(string phase) => progress?.PhaseStarted(phase);

    private void End(string phase, SearchStatistics? statistics = null)
    {
        // A phase begins where the one before ended, so that the lines add up to the time of the run.
        var end = stop.Elapsed;
        var cost = Cost.Zero
            .With(Resource.WallTime, (long)(end - phaseStart).TotalMicroseconds)
            .With(Resource.Memory, stop.PeakMemory);
        if (statistics is not null)
        {
            cost = cost.With(Resource.Expansions, statistics.Expanded)
                .With(Resource.Evaluations, statistics.Evaluated)
                .With(Resource.Generated, statistics.Generated);
        }

        phaseStart = end;
        lines.Add(new ReceiptLine(phase, cost));
    }

    private PlannerResult Finish(PlannerOutcome outcome) => new()
    {
        Outcome = outcome,
        Plans = [.. plans],
        IsOptimal = plans.Count > 0 && found is { IsProvenOptimal: true },
        Task = source,
        Diagnostics = diagnostics,
        Grounding = grounding,
        Search = found?.Statistics,
        SearchTime = searchTime,
        SearchProcessorTime = searchProcessorTime,
        PeakMemoryBytes = stop.PeakMemory,
        Configuration = configuration,
        Receipt = new Receipt(lines, stop.Limits, stop.IsRaised ? stop.Reason : found?.StopReason ?? StopReason.None),
    };
}
