using Prudence.Budgeting;
using Prudence.Planning.Grounding.Encoding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>Removes from a task what the analysis of mutex pairs rules out. All plans stay plans, and no others come in.</summary>
public static class H2Pruning
{
    /// <summary>Prunes a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The limits of the analysis.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="report">What was found.</param>
    /// <returns>The pruned task; the task itself if nothing was found.</returns>
    /// <exception cref="RunStoppedException">The signal was raised; there is no partial result.</exception>
    public static PlanningTask Apply(PlanningTask task, GroundingOptions options, StopSignal stop, out H2Report report)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stop);
        var limits = new H2Limits(options.H2Time, options.H2MemoryBytes, stop);
        if (task.IsTriviallyUnsolvable || !limits.Allows(2 * PairSet.Bytes(task.FactCount)))
        {
            stop.ThrowIfRaised();
            report = Report(task, task, null, limits);
            return task;
        }

        var analysis = new H2Analysis(task, limits);
        analysis.Run();
        var pruned = Restrict(task, analysis);
        report = Report(task, pruned, analysis, limits);
        return pruned;
    }

    private static PlanningTask Restrict(PlanningTask task, H2Analysis analysis)
    {
        if (analysis.IsUnsolvable)
        {
            return DecidedTask.Create(task.HasMetric, isSolved: false);
        }

        var removedFacts = new bool[task.FactCount];
        for (var fact = 0; fact < removedFacts.Length; fact++)
        {
            removedFacts[fact] = analysis.Forbidden.Contains(fact, fact);
        }

        var isUnchanged = !Array.Exists(removedFacts, static isRemoved => isRemoved) && !Array.Exists(analysis.IsRemoved, static isRemoved => isRemoved);
        return isUnchanged ? task : TaskRestriction.Write(task, removedFacts, analysis.IsRemoved, analysis.Forbidden);
    }

    private static H2Report Report(PlanningTask before, PlanningTask after, H2Analysis? analysis, H2Limits limits) => new()
    {
        OperatorsPruned = before.Operators.Count - after.Operators.Count,
        FactsPruned = before.FactCount - after.FactCount,
        MutexPairs = analysis is null ? 0 : CountPairs(before, analysis.Forbidden),
        Explorations = analysis?.Explorations ?? 0,
        IsComplete = analysis is { IsComplete: true },
        Time = limits.Elapsed,
    };

    // Entries count each pair twice, and facts that never hold once more.
    private static long CountPairs(PlanningTask task, PairSet forbidden)
    {
        var entries = forbidden.Count();
        for (var fact = 0; fact < task.FactCount; fact++)
        {
            entries -= forbidden.Contains(fact, fact) ? 1 : 0;
        }

        foreach (var variable in task.Variables)
        {
            entries -= (long)variable.DomainSize * (variable.DomainSize - 1);
        }

        return entries / 2;
    }
}
